import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { run } from "./ran.ts";

const stryker = "node_modules/@stryker-mutator/core/bin/stryker.js";

it("before it plants any mutant, each test of test/mutation is green on the copy that it makes", async () => {
  const copies = await mkdtemp(join(tmpdir(), "hemvist-mutate-"));
  try {
    const { status, out } = await run(stryker, ["run", "--dryRunOnly", "--tempDirName", copies]);

    expect(out).toMatch(/Initial test run succeeded\. Ran [1-9]\d{3} tests/);
    expect(status).toBe(0);
  } finally {
    await rm(copies, { recursive: true, force: true });
  }
});
