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
