import { execFile } from "node:child_process";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { judgeNamed } from "./judges.ts";

const run = promisify(execFile);
const root = join(import.meta.dirname, "../..");

/** A judge's own command, beside its Python; undefined where it is not installed. */
const commandOf = (name: string): string | undefined => {
  const python = judgeNamed(name);
  return python && join(dirname(python), name);
};
const validator = commandOf("openapi-spec-validator") ?? "";

describe("judges by other people", () => {
  it.skipIf(validator === "")("openapi-spec-validator takes our OpenAPI document", async () => {
    const { stdout } = await run(validator, [join(root, "packages/contracts/openapi.yaml")]);

    expect(stdout).toMatch(/OK/);
  });
});
