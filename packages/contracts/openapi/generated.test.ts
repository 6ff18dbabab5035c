import { readdir, readFile } from "node:fs/promises";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { generated, generatedFolders } from "./generated.ts";

const files = await generated();

describe("what is generated is up to date (npm run generate)", () => {
  it.each([...files].map(([path, text]) => [basename(path), path, text] as const))(
    "%s",
    async (_name, path, text) => {
      expect(await readFile(path, "utf8")).toBe(text);
    },
  );

  it("and nothing else lies beside it", async () => {
    const expected = new Set([...files.keys()].map((path) => basename(path)));
    for (const folder of generatedFolders) {
      for (const name of await readdir(folder)) expect(expected).toContain(name);
    }
  });

  it("is the same each time", async () => {
    expect(await generated()).toEqual(files);
  });
});
