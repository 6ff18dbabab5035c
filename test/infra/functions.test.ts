import { describe, expect, it } from "vitest";
import { callLimits, invokeLimits } from "../../packages/adapters/call-limits.ts";
import { synthesised } from "./synthesised.ts";

const templates = synthesised();
const functions = templates
  .of("AWS::Lambda::Function")
  .filter(({ properties }) => properties["FunctionName"] !== "hemvist-self-check-runner")
  .map(
    (resource) => [String(resource.properties["FunctionName"]).replace("hemvist-", ""), resource] as const,
  );

const everywhere = ["MUNICIPALITY", "LOG_LEVEL", "POWERTOOLS_METRICS_NAMESPACE", "POWERTOOLS_SERVICE_NAME"];
const settingsOf: Readonly<Record<string, readonly string[]>> = {
  "receive-decision": [
    "TABLE_NAME",
    "RECORD_KEY_ID",
    "QUEUE_URLS",
    "PSEUDONYM_KEY_ID",
    "TOKEN_ISSUER",
    "PARTNER_KEYS",
    "SIGNING",
  ],
  "hand-off": ["TABLE_NAME", "RECORD_KEY_ID", "SENT_TABLE_NAME", "QUEUE_URLS", "SIGNING"],
  "record-progress": ["TABLE_NAME", "RECORD_KEY_ID", "QUEUE_URLS", "TOKEN_ISSUER", "PARTNER_KEYS", "SIGNING"],
  "follow-up": ["TABLE_NAME", "RECORD_KEY_ID"],
  "read-case": [
    "TABLE_NAME",
    "RECORD_KEY_ID",
    "SENT_TABLE_NAME",
    "PSEUDONYM_KEY_ID",
    "TOKEN_ISSUER",
    "ACCESS_LOG_BUCKET",
  ],
  operate: [
    "TABLE_NAME",
    "RECORD_KEY_ID",
    "SENT_TABLE_NAME",
    "PSEUDONYM_KEY_ID",
    "FAILED_RECORDS_BUCKET",
    "JOURNAL_BUCKET",
    "ACCESS_LOG_BUCKET",
    "SIGNING",
    "MOST_ALONE",
  ],
  report: ["TABLE_NAME", "RECORD_KEY_ID", "REPORTS_BUCKET", "ACCESS_LOG_BUCKET"],
};

/** As long as a queue's URL can be in our region: no name of ours is longer than 50 characters. */
const longestUrl = `https://sqs.eu-north-1.amazonaws.com/123456789012/${"q".repeat(50)}`;

describe("the functions", () => {
  it("are those there are", () => {
    expect(functions.map(([name]) => name).sort()).toEqual(Object.keys(settingsOf).sort());
  });

  it.each(functions)("%s has the settings its code asks for, and nothing else", (name, { properties }) => {
    expect(Object.keys(environmentOf(properties)).sort()).toEqual(
      [...everywhere, ...(settingsOf[name] ?? [])].sort(),
    );
  });

  it.each(functions)(
    "%s has time for every attempt of a call that gets no answer",
    (_name, { properties }) => {
      const { maxAttempts, requestHandler } = callLimits;

      expect(1000 * Number(properties["Timeout"])).toBeGreaterThan(
        maxAttempts * requestHandler.requestTimeout,
      );
    },
  );

  it("hand-off has less time than operate waits for it", () => {
    const [, handOff] = functions.find(([name]) => name === "hand-off") ?? [];

    expect(1000 * Number(handOff?.properties["Timeout"])).toBeLessThan(
      invokeLimits.requestHandler.requestTimeout,
    );
  });

  it.each(functions)("%s has an environment under 4 KB", (_name, { properties }) => {
    const bytes = Object.entries(environmentOf(properties))
      .map(([key, value]) => key.length + spelledOut(value).length)
      .reduce((sum, length) => sum + length, 0);

    expect(bytes).toBeGreaterThan(100);
    // What infra/partner-keys.ts leaves for the keys of the parties that sign, and signing.ts for those that check.
    const keys = "PARTNER_KEYS" in environmentOf(properties) ? 1800 : 0;
    const checking = "SIGNING" in environmentOf(properties) ? 500 : 0;
    expect(bytes + keys + checking).toBeLessThan(4096);
  });

  it.each(functions)(
    "%s runs on the newest Node, for ARM, and logs in JSON, with Lambda's report of each run",
    (_name, { properties }) => {
      expect(properties).toMatchObject({
        Runtime: "nodejs24.x",
        Architectures: ["arm64"],
        LoggingConfig: { LogFormat: "JSON", ApplicationLogLevel: "INFO", SystemLogLevel: "INFO" },
      });
    },
  );

  it.each(functions)("%s has a log that is sealed, kept and ends some day", (_name, { properties }) => {
    const { LogGroup } = properties["LoggingConfig"] as { LogGroup: unknown };
    const log = templates.pointedAt(LogGroup);

    expect(log.properties["RetentionInDays"]).toBe(1827);
    expect(templates.pointedAt(log.properties["KmsKeyId"]).type).toBe("AWS::KMS::Key");
    expect(log.deletionPolicy).toBe("RetainExceptOnCreate");
  });

  it("have a role each", () => {
    const roles = functions.map(([, { properties }]) => templates.pointedAt(properties["Role"]).id);

    expect(new Set(roles).size).toBe(functions.length);
  });
});

function environmentOf(properties: Record<string, unknown>): Record<string, unknown> {
  return (properties["Environment"] as { Variables: Record<string, unknown> }).Variables;
}

function spelledOut(value: unknown): string {
  if (typeof value === "string") return value;
  const parts = (value as { "Fn::Join"?: readonly [string, readonly unknown[]] })["Fn::Join"]?.[1];
  return parts === undefined ? longestUrl : parts.map(spelledOut).join("");
}
