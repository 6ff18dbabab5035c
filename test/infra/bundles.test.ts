import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const folders = ["first", "second"].map((name) => mkdtempSync(join(tmpdir(), `hemvist-${name}-`)));
beforeAll(() => {
  for (const folder of folders)
    execFileSync(process.execPath, ["infra/app.ts"], {
      env: { ...process.env, CDK_OUTDIR: folder },
      stdio: "ignore",
    });
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

it("two syntheses are the same to the byte, wherever they are written: nothing is deployed that did not change", () => {
  const [first, second] = folders.map(contents);

  expect([...(first?.keys() ?? [])]).toContain("hemvist-handoff.template.json");
  expect(second).toEqual(first);
});

describe("a bundle", () => {
  /**
   * Bytes: what each measured on 2026-11-28, and some 3,000 more. A bundle that outgrows its budget gets a new one with
   * the reason for it, or something is taken out of it.
   */
  const budgets = {
    "hemvist-receive-decision": 480_000,
    "hemvist-hand-off": 412_000,
    "hemvist-record-progress": 467_000,
    "hemvist-follow-up": 388_000,
    // The OpenAPI document is in it as text.
    "hemvist-read-case": 567_000,
    // S3's client is in it.
    "hemvist-report": 567_000,
  };

  it.each(Object.entries(budgets))("of %s is at most %d bytes", (name, budget) => {
    expect(bundles().get(name)?.length).toBeLessThanOrEqual(budget);
  });

  it("has a budget, whichever function it is of", () => {
    expect([...bundles().keys()].sort()).toEqual(Object.keys(budgets).sort());
  });

  it("has no document client of DynamoDB: the plain client is in it anyway", () => {
    const withDocumentClient = [...bundles()].filter(([, code]) => code.includes("marshallOptions"));

    expect(withDocumentClient.map(([name]) => name)).toEqual([]);
  });
});

/** Templates whole; of assets the names, which are the hashes of what is in them. */
function contents(folder: string): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith(".template.json") || name.startsWith("asset."))
      .sort()
      .map((name) => [name, name.endsWith(".json") ? readFileSync(join(folder, name), "utf8") : ""]),
  );
}

/** The code of each function of ours, by its name. The CDK's runner of self-checks is not ours. */
function bundles(): ReadonlyMap<string, Buffer> {
  const [folder = ""] = folders;
  const template = JSON.parse(readFileSync(join(folder, "hemvist-handoff.template.json"), "utf8"));
  return new Map(
    Object.values<{ Type: string; Properties: Record<string, unknown> }>(template.Resources)
      .filter(({ Type }) => Type === "AWS::Lambda::Function")
      .map(({ Properties }) => Properties)
      .filter(({ FunctionName }) => FunctionName !== "hemvist-self-check-runner")
      .map(({ FunctionName, Code }) => {
        const asset = (Code as { readonly S3Key: string }).S3Key.replace(".zip", "");
        return [FunctionName as string, readFileSync(join(folder, `asset.${asset}`, "index.js"))];
      }),
  );
}
