import { describe, expect, it } from "vitest";
import { goteborg } from "../../test/support/goteborg.ts";
import {
  bucketName,
  keyId,
  manyForOne,
  queueUrls,
  readMunicipality,
  readSettings,
  tableName,
} from "./settings.ts";

const shape = {
  TABLE_NAME: tableName,
  QUEUE_URLS: queueUrls(["inbox-sf-centrum", "decisions-sf-centrum-dlq"]),
};

const urls = {
  "inbox-sf-centrum": "https://sqs.eu-north-1.amazonaws.com/000000000000/inbox-sf-centrum.fifo",
  "decisions-sf-centrum-dlq": "https://sqs.eu-north-1.amazonaws.com/000000000000/decisions-sf-centrum-dlq",
};
const environment = {
  LOG_LEVEL: "INFO",
  POWERTOOLS_METRICS_NAMESPACE: "hemvist",
  POWERTOOLS_SERVICE_NAME: "receive-decision",
  TABLE_NAME: "decisions",
  QUEUE_URLS: JSON.stringify(urls),
};
const withUrl = (url: string): string => JSON.stringify({ ...urls, "inbox-sf-centrum": url });

describe("the municipality", () => {
  it("is the one that the setting names", () => {
    expect(readMunicipality({ MUNICIPALITY: "goteborg" })).toBe(goteborg);
  });

  it.each([undefined, "", "Goteborg", "secret-value"])(
    "%j is none: the setting is named alone",
    (MUNICIPALITY) => {
      expect(() => readMunicipality({ MUNICIPALITY })).toThrow(
        /^Settings missing or not valid: MUNICIPALITY$/,
      );
    },
  );
});

describe("how many messages one operator may send alone", () => {
  it.each([
    ["1", 1],
    ["20", 20],
    ["500", 500],
  ])("is the whole number %s", (MOST_ALONE, expected) => {
    expect(readSettings({ MOST_ALONE: manyForOne }, { ...environment, MOST_ALONE })).toEqual({
      MOST_ALONE: expected,
    });
  });

  it.each([undefined, "", "0", "501", "2.5", "-3", "1e2", " 7", "many"])("is not %j", (MOST_ALONE) => {
    expect(() => readSettings({ MOST_ALONE: manyForOne }, { ...environment, MOST_ALONE })).toThrow(
      /^Settings missing or not valid: MOST_ALONE$/,
    );
  });
});

describe("settings", () => {
  it("are read from the environment, the queues' addresses by their names", () => {
    const more = JSON.stringify({ ...urls, "inbox-sf-hisingen": "of no concern here" });

    expect(readSettings(shape, { ...environment, QUEUE_URLS: more, OTHER: "ignored" })).toEqual({
      TABLE_NAME: "decisions",
      QUEUE_URLS: urls,
    });
  });

  it("may name all queues of a kind at once, so that they take no more room with more parties", () => {
    const at = "https://sqs.eu-north-1.amazonaws.com/000000000000";
    const kinds = {
      "inbox-*": `${at}/inbox-*.fifo`,
      "decisions-*-dlq": `${at}/decisions-*-dlq`,
    };

    expect(readSettings(shape, { ...environment, QUEUE_URLS: JSON.stringify(kinds) })).toMatchObject({
      QUEUE_URLS: urls,
    });
    expect(() =>
      readSettings(shape, { ...environment, QUEUE_URLS: JSON.stringify({ "inbox-*": `${at}/*.fifo` }) }),
    ).toThrow("QUEUE_URLS.inbox-sf-centrum, QUEUE_URLS.decisions-sf-centrum-dlq");
  });

  it.each([
    ["missing", "TABLE_NAME", undefined],
    ["empty", "TABLE_NAME", ""],
    ["no name of a table", "TABLE_NAME", "secret value"],
    ["missing", "QUEUE_URLS", undefined],
    ["no JSON", "QUEUE_URLS", "secret-value"],
    ["no object", "QUEUE_URLS", '["secret-value"]'],
    ["missing", "LOG_LEVEL", undefined],
    ["one that lets libraries write what they are given", "LOG_LEVEL", "DEBUG"],
    ["missing", "POWERTOOLS_METRICS_NAMESPACE", undefined],
    ["where no alarm looks", "POWERTOOLS_METRICS_NAMESPACE", "secret-value"],
    ["missing", "POWERTOOLS_SERVICE_NAME", undefined],
  ])("one that is %s is named, and nothing of its value is: %s", (_how, name, value) => {
    expect(() => readSettings(shape, { ...environment, [name]: value })).toThrow(
      new Error(`Settings missing or not valid: ${name}`),
    );
  });

  it.each([
    ["is missing", JSON.stringify({ ...urls, "inbox-sf-centrum": undefined })],
    ["is no URL", withUrl("secret-value")],
    ["is not for the web", withUrl("ftp://secret.example/1/inbox-sf-centrum.fifo")],
    ["is another queue's", withUrl("https://secret.example/1/inbox-sf-hisingen.fifo")],
    ["is its dead-letter queue's", withUrl("https://secret.example/1/inbox-sf-centrum-dlq.fifo")],
  ])("a queue's address that %s gives an error with the queue's name", (_how, value) => {
    expect(() => readSettings(shape, { ...environment, QUEUE_URLS: value })).toThrow(
      new Error("Settings missing or not valid: QUEUE_URLS.inbox-sf-centrum"),
    );
  });

  it("that are wrong are in one error", () => {
    expect(() => readSettings(shape, { QUEUE_URLS: "{}" })).toThrow(
      "TABLE_NAME, QUEUE_URLS.inbox-sf-centrum, QUEUE_URLS.decisions-sf-centrum-dlq, LOG_LEVEL, POWERTOOLS",
    );
  });

  it.each([
    ["a bucket", bucketName, "hemvist-reports-111122223333", "Hemvist_Reports"],
    ["a bucket of an account", bucketName, "hemvist-reports-111122223333", "hemvist-reports"],
    ["a key", keyId, "arn:aws:kms:eu-north-1:000000000000:key/12345678-90ab-cdef", "a key"],
  ])("of %s are held to what AWS takes for its name", (_what, setting, name, other) => {
    expect(setting.safeParse(name).success).toBe(true);
    expect(setting.safeParse(other).success).toBe(false);
    expect(setting.safeParse("").success).toBe(false);
  });
});
