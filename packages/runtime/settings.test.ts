import { describe, expect, it } from "vitest";
import { present, queueUrls, readSettings } from "./settings.ts";

const shape = { TABLE_NAME: present, QUEUE_URLS: queueUrls };
const queues =
  '{"inbox-sf-centrum":"https://sqs.eu-north-1.amazonaws.com/000000000000/inbox-sf-centrum.fifo"}';

describe("settings", () => {
  it("are read from the environment, the queues' addresses by their names", () => {
    const settings = readSettings(shape, { TABLE_NAME: "decisions", QUEUE_URLS: queues, OTHER: "ignored" });

    expect(settings).toEqual({
      TABLE_NAME: "decisions",
      QUEUE_URLS: {
        "inbox-sf-centrum": "https://sqs.eu-north-1.amazonaws.com/000000000000/inbox-sf-centrum.fifo",
      },
    });
  });

  it.each([
    ["missing", {}, "TABLE_NAME, QUEUE_URLS"],
    ["empty", { TABLE_NAME: "", QUEUE_URLS: queues }, "TABLE_NAME"],
    ["no JSON", { TABLE_NAME: "decisions", QUEUE_URLS: "secret-value" }, "QUEUE_URLS"],
    ["no object", { TABLE_NAME: "decisions", QUEUE_URLS: '["secret-value"]' }, "QUEUE_URLS"],
    ["no URLs", { TABLE_NAME: "decisions", QUEUE_URLS: '{"a":"secret-value"}' }, "QUEUE_URLS"],
  ])("that are %s are named, and nothing of their values is", (_how, environment, names) => {
    const read = () => readSettings(shape, environment);

    expect(read).toThrow(new Error(`Settings missing or not valid: ${names}`));
  });
});
