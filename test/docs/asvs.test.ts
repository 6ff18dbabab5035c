import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { testsIn } from "./tests-named.ts";

const folder = join(import.meta.dirname, "..", "..", "docs", "security");
const page = readFileSync(join(folder, "asvs.md"), "utf8");
const list = readFileSync(join(folder, "asvs-5.0.0.csv"), "utf8");

const classes = ["met", "not applicable", "gap"] as const;

const official = list
  .trimEnd()
  .split("\n")
  .slice(1)
  .map((line) => line.split(","))
  .map(([id = "", level = ""]) => `${id} ${level}`);

const rows = [...page.matchAll(/^\| (V\d+\.\d+\.\d+) \| (.+) \|$/gm)].map(([, id = "", cells = ""]) => {
  const [level = "", short = "", kind = "", why = ""] = cells.split(" | ");
  return { id, level, short, kind, why };
});

describe("docs/security/asvs.md", () => {
  it("has each requirement of the official list once, with its level, in its order", () => {
    expect(official).toHaveLength(345);
    expect(rows.map(({ id, level }) => `${id} ${level}`)).toEqual(official);
  });

  it("has a class and a reason in each row", () => {
    const without = rows.filter(
      ({ short, kind, why }) => short === "" || why.length < 10 || !classes.some((one) => one === kind),
    );

    expect(without.map(({ id }) => id)).toEqual([]);
  });

  it("has a test for each requirement that is met, and every link to a test leads to one of that title", () => {
    const met = rows.filter(({ kind }) => kind === "met");

    expect(met.filter(({ why }) => testsIn(why).length === 0).map(({ id }) => id)).toEqual([]);
    for (const { id, why } of rows)
      for (const { path, title, isThere } of testsIn(why))
        expect([id, path, title, isThere]).toEqual([id, path, title, true]);
  });

  it("says of each gap who decides, or that another row does", () => {
    const gaps = rows.filter(({ kind, why }) => kind === "gap" && !/Decides: |The same as \d/.test(why));

    expect(gaps.map(({ id }) => id)).toEqual([]);
  });

  it("counts right", () => {
    const line = (name: string, its: typeof rows) =>
      `| ${[name, ...classes.map((kind) => its.filter((row) => row.kind === kind).length), its.length].join(" | ")} |`;

    for (const level of ["1", "2", "3"])
      expect(page).toContain(
        line(
          level,
          rows.filter((row) => row.level === level),
        ),
      );
    expect(page).toContain(line("all", rows));
  });

  it("has its licence beside it", () => {
    expect(existsSync(join(folder, "..", "..", "LICENSES", "CC-BY-SA-4.0.txt"))).toBe(true);
    expect(readFileSync(join(folder, "..", "..", "REUSE.toml"), "utf8")).toContain(
      'path = ["docs/security/asvs.md", "docs/security/asvs-5.0.0.csv"]',
    );
  });
});

describe("a link to a test", () => {
  it.each([
    ["no such file", '[x.test](../../test/docs/no-such.test.ts) "has its licence beside it"'],
    ["no such title", '[links.test](../../test/docs/links.test.ts) "is never the title of a test"'],
  ])("with %s is found out", (_what, text) => {
    expect(testsIn(text).map(({ isThere }) => isThere)).toEqual([false]);
  });
});
