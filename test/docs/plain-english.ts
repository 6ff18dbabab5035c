import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");

/**
 * What a sentence says instead of naming who acts. Limits are per thousand words.
 *
 * In four codebases of this kind that we measured, the first stands at 0 to 0.4 and the second at 0 to 0.1.
 */
export const measures = [
  {
    name: "indefinite persons",
    pattern: /\b(?:(?:no|some|any|every)body|(?:some|any)one|no one|who(?:m|se)?ever)\b/gi,
    limit: 0.5,
  },
  { name: "told, hears of", pattern: /\b(?:told|(?:hears?|heard) of)\b/gi, limit: 0.3 },
] as const;

export interface Count {
  readonly path: string;
  readonly words: number;
  readonly found: readonly string[];
}

const tracked = (pattern: string): readonly string[] =>
  execFileSync("git", ["ls-files", "--", pattern], { cwd: root, encoding: "utf8" })
    .split("\n")
    .filter((path) => path !== "");

/**
 * A Markdown file's own sentences: no code, no quoted text, no generated part, no word in italics that a sentence
 * only names, no link's address.
 */
export const proseOf = (markdown: string): string =>
  markdown
    .replaceAll(/^( *)```[\s\S]*?^\1```/gm, "")
    .replaceAll(/<!-- drawn: [\s\S]*?<!-- end -->/g, "")
    .replaceAll(/^ *>.*$/gm, "")
    .replaceAll(/`[^`\n]*`/g, "")
    .replaceAll(/\*[\p{L} ]+\*/gu, "")
    .replaceAll(/\]\([^)\s]*\)/g, "]");

/** The comments of a TypeScript file. A line that begins with `>` quotes a governing text. */
export const commentsOf = (code: string): string =>
  [...code.matchAll(/\/\*\*?([\s\S]*?)\*\/|(?:^|\s)\/\/(.*)$/gm)]
    .map(([, block, line]) => block?.replaceAll(/^\s*\*\s*>.*$/gm, "") ?? line ?? "")
    .join("\n")
    .replaceAll(/`[^`\n]*`/g, "");

/** What tests are called: the first text that `it`, `describe` or a table of either is given. */
export const titlesOf = (code: string): string =>
  [...code.matchAll(/(?:\b(?:it|describe)(?:\.\w+)*|\))\(\s*(["`])((?:(?!\1)[^\\]|\\.)*)\1/g)]
    .map(([, , title = ""]) => title)
    .join("\n");

export const count = (path: string, prose: string, pattern: RegExp): Count => ({
  path,
  words: prose.match(/\p{L}[\p{L}\p{M}'’-]*/gu)?.length ?? 0,
  found: prose.match(pattern) ?? [],
});

const countAll = (files: string, textOf: (text: string) => string, pattern: RegExp): readonly Count[] =>
  tracked(files).map((path) => count(path, textOf(readFileSync(join(root, path), "utf8")), pattern));

export const inMarkdown = (pattern: RegExp): readonly Count[] => countAll("*.md", proseOf, pattern);
export const inComments = (pattern: RegExp): readonly Count[] => countAll("*.ts", commentsOf, pattern);
export const inTitles = (pattern: RegExp): readonly Count[] => countAll("*.ts", titlesOf, pattern);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Uses per thousand words, over all files together. */
export const rate = (counts: readonly Count[]): number =>
  (1000 * sum(counts.map(({ found }) => found.length))) / sum(counts.map(({ words }) => words));

/** The files to begin with, and what stands in them. */
export const worst = (counts: readonly Count[]): readonly string[] =>
  counts
    .filter(({ found }) => found.length > 0)
    .toSorted((one, other) => other.found.length - one.found.length)
    .slice(0, 20)
    .map(({ path, found }) => `${path}: ${found.length} (${[...new Set(found)].join(", ")})`);

// `node test/docs/plain-english.ts` prints the counts.
if (import.meta.main)
  for (const { name, pattern, limit } of measures)
    for (const [where, counts] of [
      ["Markdown", inMarkdown(pattern)],
      ["comments", inComments(pattern)],
      ["titles of tests", inTitles(pattern)],
    ] as const) {
      const uses = sum(counts.map(({ found }) => found.length));
      const words = sum(counts.map(({ words }) => words));
      console.log(
        `${name}, ${where}: ${uses} in ${words} words, ${rate(counts).toFixed(2)} (limit ${limit})`,
      );
      console.log(worst(counts).join("\n"));
    }
