import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "..", "..");
const page = readFileSync(join(root, "docs/security/log-events.md"), "utf8");

const files = ["functions", "packages/adapters", "packages/operations", "packages/runtime"].flatMap(
  (folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .map((name) => join(root, folder, name))
      .filter((file) => file.endsWith(".ts") && !/\.test\.ts$|node_modules/.test(file)),
);

/** A line as the page writes it: what the code fills in is three dots. */
const linesIn = (code: string): readonly string[] =>
  [...code.matchAll(/\blog\.(info|warn|error)\(\s*(["`])([^"`]+)\2/g)].map(
    ([, level, , message = ""]) => `${message.replaceAll(/\$\{[^}]+\}/g, "…")} ${level}`,
  );

it("docs/security/log-events.md has each line that a function logs, with its level, and no other", () => {
  const inCode = new Set(files.flatMap((file) => linesIn(readFileSync(file, "utf8"))));
  const named = [...page.matchAll(/^\| `([^`]+)` \| (info|warn|error) \|/gm)].map(
    ([, message, level]) => `${message} ${level}`,
  );

  expect(inCode.size).toBeGreaterThan(20);
  expect(named.toSorted()).toEqual([...inCode].toSorted());
});

it("no call of the logger hides its line from that reading", () => {
  const calls = files.flatMap(
    (file) => readFileSync(file, "utf8").match(/\blog\.(?:info|warn|error)\(/g) ?? [],
  );
  const lines = files.flatMap((file) => linesIn(readFileSync(file, "utf8")));

  expect(lines).toHaveLength(calls.length);
});
