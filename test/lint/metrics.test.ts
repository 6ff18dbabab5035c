import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { described } from "@hemvist/runtime/metrics";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..", "..");

/** The code in a folder, file by file, its tests left out. */
const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder))
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => readFileSync(join(root, folder, file), "utf8"));

const runtime = filesIn("packages/runtime");

/** The files of the runtime that a function's code uses. What they count is counted under the function's name. */
function withRuntime(code: string): string {
  const used = runtime.filter((text) =>
    [...text.matchAll(/export (?:const|function) (\w+)/g)].some(([, name]) =>
      new RegExp(`\\b${name}\\b`).test(code),
    ),
  );
  return [code, ...used].join("\n");
}

const functions = readdirSync(join(root, "functions")).map(
  (name) => [name, withRuntime(filesIn(`functions/${name}`).join("\n"))] as const,
);

describe.each(Object.entries(described))("%s", (metric, { from }) => {
  it("is written by the functions that its description names", () => {
    const writing = functions.filter(([, code]) => code.includes(`"${metric}"`)).map(([name]) => name);

    expect(writing).toEqual(expect.arrayContaining([...from]));
  });
});
