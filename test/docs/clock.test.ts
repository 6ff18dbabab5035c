import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "..", "..");
const onLambda = ["adapters", "casework", "contracts", "figures", "rules", "runtime"];

it("no clock is read by what runs on Lambda, but by hand-off (ADR 6) and by what measures (ADR 55)", () => {
  const files = ["functions", ...onLambda.map((name) => join("packages", name))].flatMap(sourcesIn);
  const reading = files.filter((file) =>
    /\bDate\.now\b|\bnew Date\(\)|\bperformance\./.test(readFileSync(join(root, file), "utf8")),
  );

  expect(files.length).toBeGreaterThan(100);
  expect(reading).toEqual([
    join("functions", "hand-off", "handler.ts"),
    join("packages", "runtime", "elapsed.ts"),
  ]);
});

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !file.includes("node_modules"));
}
