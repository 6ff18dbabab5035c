import { readFileSync } from "node:fs";
import { sentIsKeptFor } from "@hemvist/adapters";
import { describe, expect, it } from "vitest";
import { type Resource, type Synthesised, synthesised } from "./synthesised.ts";

const page = readFileSync(new URL("../../docs/security/retention.md", import.meta.url), "utf8");

interface Row {
  readonly what: string;
  readonly patterns: readonly string[];
  readonly production: string;
  readonly elsewhere: string;
}

const [, table = ""] = page.split("## The classes");
const rows: readonly Row[] = [
  ...(table.split("\n## ")[0] ?? "").matchAll(/^\| (?!---|class of)(.+) \|$/gm),
].map(([, cells = ""]) => {
  const [what = "", where = "", production = "", elsewhere = ""] = cells.split(" | ");
  const patterns = [...where.matchAll(/`([^`]+)`/g)].map(([, pattern = ""]) => pattern);
  return { what, patterns: patterns.filter((one) => one !== "alarmEmail"), production, elsewhere };
});

const days = (seconds: unknown): string => `${Number(seconds) / 86_400} days`;

/** A name as the page writes it: an account is `<account>`, and what has no name of its own is called by its id. */
function nameOf({ id }: Resource, name: unknown): string {
  if (typeof name === "string") return name;
  const joined = (name as { readonly "Fn::Join"?: readonly [string, readonly unknown[]] } | undefined)?.[
    "Fn::Join"
  ];
  if (joined === undefined) return id.replace(/[0-9A-F]{8}$/, "");
  return joined[1].map((part) => (typeof part === "string" ? part : "<account>")).join(joined[0]);
}

function expiryOf({ properties }: Resource): string {
  const { Rules = [] } = (properties["LifecycleConfiguration"] ?? {}) as {
    readonly Rules?: readonly { readonly ExpirationInDays?: number }[];
  };
  const longest = Math.max(...Rules.map(({ ExpirationInDays = 0 }) => ExpirationInDays));
  return Rules.length === 0 ? "no timer" : `${longest} days`;
}

const timerOf = ({ properties }: Resource): string =>
  properties["TimeToLiveSpecification"] === undefined ? "no timer" : "by *forgetAt*";

/** What is kept, by its name, and for how long its template says. */
const keptIn = ({ of }: Synthesised): readonly (readonly [name: string, time: string])[] => [
  ...of("AWS::SQS::Queue").map(
    (one) =>
      [nameOf(one, one.properties["QueueName"]), days(one.properties["MessageRetentionPeriod"])] as const,
  ),
  ...of("AWS::Logs::LogGroup").map(
    (one) =>
      [nameOf(one, one.properties["LogGroupName"]), `${one.properties["RetentionInDays"]} days`] as const,
  ),
  ...of("AWS::S3::Bucket").map((one) => [nameOf(one, one.properties["BucketName"]), expiryOf(one)] as const),
  ...of("AWS::DynamoDB::GlobalTable").map(
    (one) => [nameOf(one, one.properties["TableName"]), timerOf(one)] as const,
  ),
];

const isDeadLetters = (name: string): boolean => /-dlq(?:\.fifo)?$/.test(name);

/** A pattern has one star at most. */
function fits(name: string, pattern: string): boolean {
  if (isDeadLetters(name) !== isDeadLetters(pattern)) return false;
  const [start = "", end] = pattern.split("*");
  return end === undefined ? name === start : name.startsWith(start) && name.endsWith(end);
}

const rowsOf = (name: string): readonly Row[] =>
  rows.filter(({ patterns }) => patterns.some((pattern) => fits(name, pattern)));

const production = synthesised();

describe("docs/security/retention.md", () => {
  it("has a time and a reason in each row", () => {
    expect(rows.length).toBeGreaterThan(20);
    for (const row of rows) expect([row.what, row.production, row.elsewhere]).not.toContain("");
  });

  it.each([
    ["production", "production"],
    ["test", "elsewhere"],
  ] as const)("has each table, queue, bucket and log of %s in one row, with its time", (stage, column) => {
    const kept = keptIn(stage === "production" ? production : synthesised(stage));

    expect(kept.length).toBeGreaterThan(50);
    for (const [name, time] of kept) {
      const [row, ...others] = rowsOf(name);
      expect([name, row?.[column].startsWith(time), row?.[column], others]).toEqual([
        name,
        true,
        row?.[column],
        [],
      ]);
    }
  });

  it("names nothing that no template has", () => {
    const names = keptIn(production).map(([name]) => name);
    const unknown = rows
      .flatMap(({ patterns }) => patterns)
      .filter((pattern) => !names.some((name) => fits(name, pattern)));

    expect(unknown).toEqual([]);
  });

  it("says how far back both tables can be restored", () => {
    const back = production
      .of("AWS::DynamoDB::GlobalTable")
      .flatMap(({ properties }) => properties["Replicas"] as readonly Record<string, unknown>[])
      .map((replica) => replica["PointInTimeRecoverySpecification"] as Record<string, unknown>)
      // DynamoDB's own default.
      .map((it) => it["PointInTimeRecoveryEnabled"] === true && (it["RecoveryPeriodInDays"] ?? 35));

    expect(back).toEqual([35, 35]);
    expect(page).toContain("| point-in-time recovery of both tables | 35 days | 35 days |");
  });

  it("says how long hemvist remembers what was sent", () => {
    expect(rowsOf("sent-messages")[0]?.production).toBe(`by *forgetAt*: ${sentIsKeptFor} days`);
  });
});
