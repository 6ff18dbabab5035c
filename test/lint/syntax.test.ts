import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const { default: config } = (await import(join(root, "eslint.config.mjs"))) as {
  readonly default: readonly (Linter.Config & { readonly name?: string })[];
};

/** The rules that need no types, which `eslint .` holds each file to. */
const ours: readonly Linter.Config[] = [
  { files: ["**/*.ts"] },
  ...config.filter(({ name }) => name?.startsWith("hemvist/")),
];

/** What `npm run lint` says of a text that stood in a file. */
const said = (file: string, text: string): readonly string[] =>
  new Linter({ cwd: root })
    .verify(text, [...ours], { filename: file })
    .map(({ ruleId, message }) => ruleId ?? message);

describe("queue names and ids are put together and taken apart in one place each", () => {
  const elsewhere = "functions/hand-off/planted.ts";

  it.each([
    "const queue = `inbox-${party}`;",
    "const queue = `assignments-${party}`;",
    "const told = `no answer came to decisions-${party}`;",
    "const isReport = queue.startsWith('progress-');",
    "const isRead = /^(inbox|assignments)-/.test(queue);",
    "const party = queue.replace(/^progress-/, '');",
    "const dead = `${queue}-dlq`;",
    "const dead = queue.endsWith('-dlq');",
    "const physical = `${queue}.fifo`;",
    "const name = physical.replace(/\\.fifo$/, '');",
    "const id = `${administration}.${decisionId}`;",
    "const id = `${key.administration}.${key.decisionId}.${interventionId}`;",
  ])("%s is refused", (text) => {
    expect(said(elsewhere, text)).toEqual(["no-restricted-syntax"]);
  });

  it.each([
    "const key = `progress-reported`;",
    "const line = `${count} decisions`;",
    "const place = `${version}.${index}`;",
    "const text = `${administration}: ${count}`;",
  ])("%s is none", (text) => {
    expect(said(elsewhere, text)).toEqual([]);
  });

  it.each(["packages/rules/engine/queue-names.ts", "packages/casework/addresses.ts"])(
    "%s is where they may",
    (file) => {
      expect(said(file, "const queue = `inbox-${administration}.${decisionId}`;")).toEqual([]);
    },
  );
});

describe("a call of S3's names the account that its bucket must be in", () => {
  it.each([
    "s3.send(new GetObjectCommand({ Bucket: bucket, Key }));",
    "paginateListObjectsV2({ client }, { Bucket: bucket });",
    "s3.send(new PutObjectCommand({ Bucket, Key, Body }));",
    "const where = { Bucket: bucket, ExpectedBucketOwner: undefined };",
  ])("%s is refused, since it leaves the owner open", (text) => {
    expect(new Set(said("packages/adapters/planted.ts", text))).toEqual(new Set(["no-restricted-syntax"]));
    expect(new Set(said("functions/planted/act.ts", text))).toEqual(new Set(["no-restricted-syntax"]));
  });

  it("is put together in one place", () => {
    const text = "s3.send(new GetObjectCommand({ ...inBucket(bucket), Key }));";

    expect(said("packages/adapters/planted.ts", text)).toEqual([]);
    expect(said("packages/adapters/bucket.ts", "const named = { Bucket: name };")).toEqual([]);
  });
});

describe("a handler has settings, clients and one call", () => {
  const handler = "functions/planted/handler.ts";
  const wiring = "const cases = dynamoCases(table);\nexport const handler = selfChecking({ cases });\n";

  it.each([
    "if (failed) log(failed);",
    "const key = found ? found : none;",
    "const key = found ?? none;",
    "switch (kind) { default: log(kind); }",
    "for (const record of records) log(record);",
    "while (waiting) poll();",
    "try { send(); } catch { log(); }",
    "throw new Error();",
    "class Failed extends Error {}",
    "const act = async (event) => { if (event) await send(event); };",
    "const queue = `inbox-${party}`;",
  ])("%s is refused", (text) => {
    expect(said(handler, wiring + text)).toEqual(expect.arrayContaining(["no-restricted-syntax"]));
  });

  it("of fifty lines at most", () => {
    const lines = (many: number) => "client();\n".repeat(many);

    expect(said(handler, lines(50))).toEqual([]);
    expect(said(handler, lines(51))).toEqual(["max-lines"]);
  });

  it("and what it calls may do what it has to", () => {
    expect(said(handler, wiring)).toEqual([]);
    expect(said("functions/planted/act.ts", "if (failed) log(failed);")).toEqual([]);
  });
});

describe("npm run lint", () => {
  it("asks eslint about every file, and dependency-cruiser about every import", async () => {
    const { scripts } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));

    expect(scripts.lint).toContain("eslint .");
    expect(scripts.lint).toContain(
      "depcruise --config .dependency-cruiser.cjs packages functions infra test bench",
    );
  });
});
