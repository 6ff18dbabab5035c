import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readAssembly } from "./assembly.ts";
import { assemblyGiven } from "./assembly-given.ts";

const folder = mkdtempSync(join(tmpdir(), "assembly-test-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The fixture's assembly, its stacks in these regions. */
function inRegions(...regions: readonly string[]): string {
  const copy = mkdtempSync(join(folder, "notes-"));
  cpSync(join(import.meta.dirname, "../fixtures/notes"), copy, { recursive: true });
  const manifest = join(copy, "manifest.json");
  const left = [...regions];
  const text = readFileSync(manifest, "utf8");
  writeFileSync(
    manifest,
    text.replaceAll(/(?<=unknown-account\/)eu-north-1/g, () => left.shift() ?? ""),
  );
  return copy;
}

describe("the region of a stack", () => {
  it("is its own, where it names one", () => {
    const { stacks } = readAssembly(inRegions("eu-north-1", "unknown-region"), "eu-west-1");

    expect(stacks.map(({ region }) => region)).toEqual(["eu-north-1", "eu-west-1"]);
  });

  it.each([
    ["that was given", { region: "eu-west-1" }, "eu-west-1"],
    ["us-east-1 where none was", {}, "us-east-1"],
  ])("is the one %s, where it names none", async (_which, options, expected) => {
    const templates = inRegions("unknown-region", "unknown-region");

    expect((await assemblyGiven({ templates, ...options }, [])).region).toBe(expected);
  });

  it("is one for all stacks", async () => {
    const templates = inRegions("eu-north-1", "eu-west-1");

    await expect(assemblyGiven({ templates }, [])).rejects.toThrow("several regions, eu-north-1, eu-west-1");
  });
});
