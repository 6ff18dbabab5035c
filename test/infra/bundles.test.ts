import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { functionsIn } from "../support/deployed.ts";

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
   * Bytes: 400,000, or the reason why it is more. A bundle that outgrows its budget loses something, or gets a new budget
   * with a reason. `npm run treemap` shows what is in it. Each has 4 KB for what it measures: the names, units and
   * dimensions of every metric.
   */
  const budgets = {
    // DynamoDB's client and SQS's, 20 rules with their texts in two languages, what HTTP takes, what checks a token or
    // a message's signature (jose, the access matrix), and what signs (2 KB).
    "hemvist-receive-decision": 474_000,
    "hemvist-hand-off": 400_000,
    // The same.
    "hemvist-record-progress": 460_000,
    "hemvist-follow-up": 400_000,
    // What answers over HTTP, what checks a token, and what writes the access log.
    "hemvist-read-case": 405_000,
    // S3's client is 129 KB with what it brings, and runs a few times a month. It also checks the access log: 528,034.
    "hemvist-report": 536_000,
    // The clients of S3 and Lambda, all that judges a dead letter as its function would, and what reads the records that
    // hand-off set aside, and what checks the access log; and what reads the journal, discards many letters at once and
    // has the functions check themselves: 726,270.
    "hemvist-operate": 740_000,
  };

  it.each(Object.entries(budgets))("of %s is at most %d bytes", (name, budget) => {
    expect(bundles().get(name)?.length).toBeLessThanOrEqual(budget);
  });

  it("has nothing beside it but the document that read-case hands out: no source, no history, no key", () => {
    const [folder = ""] = folders;
    const beside = functionsIn(folder).map(({ name, bundle }) => [
      name,
      readdirSync(dirname(bundle)).filter((file) => file !== "index.js"),
    ]);

    expect(Object.fromEntries(beside)).toEqual({
      ...Object.fromEntries(Object.keys(budgets).map((name) => [name, []])),
      "hemvist-read-case": [expect.stringMatching(/^openapi-\w+\.yaml$/)],
    });
  });

  it("has a budget, whichever function it is of", () => {
    expect([...bundles().keys()].sort()).toEqual(Object.keys(budgets).sort());
  });

  it.each([
    ["document client of DynamoDB: the plain client is in it anyway", "marshallOptions"],
    ["client of KMS: the one call goes out by DynamoDB's", "InvalidGrantTokenException"],
    ["class of zod's with all its methods", '"ZodString"'],
    ["streams of events: no operation that is called has any", "event-streams - header"],
    ["judge of policies: it is for the local run, and under the AGPL", "ImplicitlyDenied"],
    ["endpoint discovery: no command of DynamoDB uses it", "AWS_ENABLE_ENDPOINT_DISCOVERY"],
  ])("has no %s", (_what, trace) => {
    expect([...bundles()].filter(([, code]) => code.includes(trace)).map(([name]) => name)).toEqual([]);
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

/** The code of each function of ours, by its name. */
function bundles(): ReadonlyMap<string, Buffer> {
  const [folder = ""] = folders;
  return new Map(functionsIn(folder).map(({ name, bundle }) => [name, readFileSync(bundle)]));
}
