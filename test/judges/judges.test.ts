import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, inject, it } from "vitest";
import { judgeNamed } from "./judges.ts";

const run = promisify(execFile);
const root = join(import.meta.dirname, "../..");
const templates = inject("templates");

/** A judge's own command, beside its Python; undefined where it is not installed. */
const commandOf = (name: string): string | undefined => {
  const python = judgeNamed(name);
  return python && join(dirname(python), name);
};
const lint = commandOf("cfn-lint") ?? "";
const validator = commandOf("openapi-spec-validator") ?? "";

describe("judges by other people", () => {
  it.skipIf(lint === "")("cfn-lint finds nothing wrong with the templates", async () => {
    const files = (await readdir(templates)).filter((name) => name.endsWith(".template.json"));
    // W3005 is about the DependsOn that CDK itself writes.
    const args = ["--ignore-checks", "W3005", "--regions", "eu-north-1", "--template", ...files];

    expect(await run(lint, args, { cwd: templates })).toMatchObject({ stdout: "", stderr: "" });
  });

  it.skipIf(validator === "")("openapi-spec-validator takes our OpenAPI document", async () => {
    const { stdout } = await run(validator, [join(root, "packages/contracts/openapi.yaml")]);

    expect(stdout).toMatch(/OK/);
  });
});
