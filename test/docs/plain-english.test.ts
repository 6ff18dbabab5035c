import { describe, expect, it } from "vitest";
import {
  commentsOf,
  count,
  inComments,
  inMarkdown,
  inTitles,
  measures,
  proseOf,
  rate,
  titlesOf,
  worst,
} from "./plain-english.ts";

const [persons, told] = measures;
const found = (prose: string, pattern: RegExp): readonly string[] => count("a.md", prose, pattern).found;

describe("what is counted", () => {
  it.each([
    ["Nobody knows.", ["Nobody"]],
    ["It is given to whoever asks, or to somebody else.", ["whoever", "somebody"]],
    ["No one asks anyone.", ["No one", "anyone"]],
    ["The provider knows.", []],
  ])("as an indefinite person, in %j", (prose, expected) => {
    expect(found(prose, persons.pattern)).toEqual(expected);
  });

  it.each([
    ["SF is told.", ["told"]],
    ["SF hears of it when it is heard of.", ["hears of", "heard of"]],
    ["hemvist notifies SF.", []],
  ])("as a passive for a notice, in %j", (prose, expected) => {
    expect(found(prose, told.pattern)).toEqual(expected);
  });

  it("is a document's own prose: no code, quotation, drawn part, word named or address", () => {
    const document =
      "One.\n\n```ts\nnobody();\n```\n\n> Nobody.\n\n`nobody` *nobody* [two](nobody.md)\n<!-- drawn: x -->\nnobody\n<!-- end -->\n";

    expect(count("a.md", proseOf(document), persons.pattern)).toEqual({
      path: "a.md",
      words: 2,
      found: [],
    });
  });

  it("is a comment, in code, but not a sentence that it quotes", () => {
    const code =
      '/**\n * Nobody.\n * > Nobody (A, 2)\n */\nconst nobody = "nobody"; // somebody\nfetch("https://nobody");';

    expect(found(commentsOf(code), persons.pattern)).toEqual(["Nobody", "somebody"]);
  });
});

describe("a rate", () => {
  const counts = [
    count("few.md", "Nobody waits.", persons.pattern),
    count("many.md", "Somebody asks nobody and whoever, and waits.", persons.pattern),
    count("none.md", "SF waits.", persons.pattern),
  ];

  it("is per thousand words of all documents together", () => {
    expect(rate(counts)).toBeCloseTo((1000 * 4) / 11);
  });

  it("has the documents to begin with, the worst first", () => {
    expect(worst(counts)).toEqual(["many.md: 3 (Somebody, nobody, whoever)", "few.md: 1 (Nobody)"]);
  });
});

describe("a test's title", () => {
  it.each([
    ['it("nobody waits", () => {', "nobody waits"],
    ["describe.skipIf(no)(`nobody waits`, f)", "nobody waits"],
    ['])("%s is told", (_name) => {', "%s is told"],
    ['found("nobody")', ""],
  ])("of %j is %j", (code, title) => {
    expect(titlesOf(code)).toBe(title);
  });
});

describe("the Markdown of this repository", () => {
  it.each(measures)("has few $name: at most $limit in a thousand words", ({ pattern, limit }) => {
    const counts = inMarkdown(pattern);

    expect(counts.length).toBeGreaterThan(50);
    expect(rate(counts), `the worst documents:\n${worst(counts).join("\n")}`).toBeLessThanOrEqual(limit);
  });
});

describe("the comments of this repository", () => {
  it.each(measures)("have few $name: at most $limit in a thousand words", ({ pattern, limit }) => {
    const counts = inComments(pattern);

    expect(counts.length).toBeGreaterThan(500);
    expect(rate(counts), `the worst files:\n${worst(counts).join("\n")}`).toBeLessThanOrEqual(limit);
  });
});

describe("the titles of this repository's tests", () => {
  it.each(measures)("have few $name: at most $limit in a thousand words", ({ pattern, limit }) => {
    const counts = inTitles(pattern);

    expect(counts.filter(({ words }) => words > 0).length).toBeGreaterThan(200);
    expect(rate(counts), `the worst files:\n${worst(counts).join("\n")}`).toBeLessThanOrEqual(limit);
  });
});
