import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { judgeNamed } from "./judges.ts";

const run = promisify(execFile);
const root = join(import.meta.dirname, "../..");
const python = judgeNamed("cryptography");

describe.skipIf(python === undefined)("what is derived and sealed", () => {
  it("is in Python what it is here: keys, key pairs, and bodies that open unless they are changed or moved", async () => {
    const { stdout } = await run(python ?? "", [
      join(import.meta.dirname, "open_known_answers.py"),
      join(root, "packages/adapters/known-answers.json"),
    ]);

    expect(stdout).toBe("3 keys, 1 pairs and 3 bodies as known\n");
  });
});
