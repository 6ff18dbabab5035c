import { describe, expect, it } from "vitest";
import { functionHere } from "../functions/function-here.ts";
import type { QueueCalls } from "../queues/queue-calls.ts";
import { jsonOf, listOf } from "../templates/json.ts";
import { startQueueReader } from "./queue-reader.ts";

/** A queue with messages that show again when they are said to be visible. */
const aQueue = (ids: readonly string[]) => {
  const visible = [...ids];
  const deleted: string[] = [];
  const calls: QueueCalls = {
    onArrival: () => {},
    stop: () => {},
    call: async (operation, body) => {
      if (operation === "ReceiveMessage") {
        const Messages = visible.splice(0, 10).map((id) => ({ MessageId: id, ReceiptHandle: id, Body: id }));
        return { status: 200, body: { Messages } };
      }
      const entries = operation === "DeleteMessageBatch" ? listOf(body["Entries"]) : [body];
      const handles = entries.map((entry) => String(jsonOf(entry)["ReceiptHandle"]));
      (operation === "DeleteMessageBatch" ? deleted : visible).push(...handles);
      return { status: 200, body: {} };
    },
  };
  return { calls, deleted };
};

const queue = { name: "q", arn: "arn:q", url: "url", attributes: {}, tags: {}, delaySeconds: 0 };

/** Reads until nothing is left; `during` happens while the function has its first batch in hand. */
const read = async (
  ids: readonly string[],
  { during = () => {}, failed = [] }: { during?: (restart: () => void) => void; failed?: readonly string[] },
) => {
  const { calls, deleted } = aQueue(ids);
  const batches: string[][] = [];
  const target = functionHere(async (event) => {
    batches.push(listOf(jsonOf(event)["Records"]).map((record) => String(jsonOf(record)["messageId"])));
    const isFirst = batches.length === 1;
    if (isFirst) during(reader.restart);
    const batchItemFailures = (isFirst ? failed : []).map((itemIdentifier) => ({ itemIdentifier }));
    return { succeeded: true, payload: JSON.stringify({ batchItemFailures }) };
  });
  const reader = startQueueReader({
    source: { queue, batchSize: 10, reportsItemFailures: true },
    target,
    calls,
    region: "eu-north-1",
    retryAfterMs: 1,
    onTrouble: (trouble) => {
      throw new Error(trouble);
    },
  });
  reader.wake();
  while (reader.doing() !== undefined) await new Promise((resolve) => setTimeout(resolve, 1));
  return { batches, deleted };
};

describe("a queue's reader", () => {
  it("deletes what was done, and takes again what failed", async () => {
    const { batches, deleted } = await read(["a", "b", "c"], { failed: ["b"] });

    expect(batches).toEqual([["a", "b", "c"], ["b"]]);
    expect(deleted).toEqual(["a", "c", "b"]);
  });

  it("hands over no more at once than an event may hold", async () => {
    // Each stands in its record as id, handle and body.
    const [large, other] = ["x".repeat(1024 * 1024), "y".repeat(1024 * 1024)];
    const { batches, deleted } = await read(["a", large, other, "b"], {});

    expect(batches.map((batch) => batch.map((id) => id.slice(0, 1)))).toEqual([
      ["a", "x"],
      ["y", "b"],
    ]);
    expect(deleted).toHaveLength(4);
  });

  it("started again with a batch in hand, takes all of it again though the function has done it", async () => {
    const { batches, deleted } = await read(["a", "b"], { during: (restart) => restart() });

    expect(batches[0]).toEqual(["a", "b"]);
    expect(batches.slice(1).flat().toSorted()).toEqual(["a", "b"]);
    expect(deleted.toSorted()).toEqual(["a", "b"]);
  });
});
