import { describe, expect, it } from "vitest";
import { functionHere } from "../functions/function-here.ts";
import { type ChangeRecord, createChangeFeed } from "../tables/change-feed.ts";
import { type StreamSource, startStreamReader } from "./stream-reader.ts";

const aStream = (
  length: number,
  { text = "", written = (_index: number): number => 0 } = {},
): readonly ChangeRecord[] => {
  const records: ChangeRecord[] = [];
  const feed = createChangeFeed({ region: "eu-north-1", now: () => written(records.length) });
  const table = { name: "t", keys: ["pk"], indexes: [], streamView: "NEW_IMAGE", streamArn: "stream" };
  feed.follow("stream", (record) => records.push(record));
  for (let n = 0; n < length; n += 1) feed.append(table, { after: { pk: { S: `${n}` }, text: { S: text } } });
  return records;
};

const names = (records: readonly ChangeRecord[]) =>
  records.map(({ dynamodb }) => (dynamodb.Keys["pk"] as { S: string }).S);

/** Runs records through a reader whose function gives these answers; returns its batches, and what was given up. */
const run = async (
  behave: (
    batch: readonly ChangeRecord[],
    restart: () => void,
  ) => { succeeded: boolean; failed?: readonly ChangeRecord[] },
  source: Partial<StreamSource> = {},
  {
    now = () => 0,
    ...records
  }: { now?: () => number; text?: string; written?: (index: number) => number } = {},
) => {
  const batches: string[][] = [];
  const givenUp: string[][] = [];
  const conditions: string[] = [];
  const target = functionHere(async (event) => {
    const { Records } = event as { Records: readonly ChangeRecord[] };
    batches.push(names(Records));
    const { succeeded, failed = [] } = behave(Records, reader.restart);
    const batchItemFailures = failed.map(({ dynamodb }) => ({ itemIdentifier: dynamodb.SequenceNumber }));
    return { succeeded, payload: JSON.stringify({ batchItemFailures }) };
  });
  const reader = startStreamReader({
    source: {
      streamArn: "s",
      batchSize: 4,
      bisects: true,
      reportsItemFailures: true,
      maximumRetries: 1,
      maximumAgeMs: Number.POSITIVE_INFINITY,
      ...source,
    },
    target,
    retryAfterMs: 1,
    now,
    giveUp: async ({ records, condition }) => {
      givenUp.push(names(records));
      conditions.push(condition);
    },
    onTrouble: (trouble) => {
      throw new Error(trouble);
    },
  });
  for (const record of aStream(4, records)) reader.take(record);
  while (reader.doing() !== undefined) await new Promise((resolve) => setTimeout(resolve, 1));
  return { batches, givenUp, conditions };
};

const holds = (batch: readonly ChangeRecord[], name: string) => names(batch).includes(name);
const from = (batch: readonly ChangeRecord[], name: string) =>
  batch.filter((record) => names([record])[0] === name);

describe("a stream's reader", () => {
  it("goes on from the lowest failed record, and gives up what is left after its retries", async () => {
    const { batches, givenUp } = await run((batch) => ({ succeeded: true, failed: from(batch, "2") }));

    // The first record is taken as soon as it comes; the rest make a batch.
    expect(batches).toEqual([["0"], ["1", "2", "3"], ["2", "3"], ["2", "3"]]);
    expect(givenUp).toEqual([["2", "3"]]);
  });

  it("hands over no more at once than an event may hold", async () => {
    const { batches } = await run(() => ({ succeeded: true }), {}, { text: "x".repeat(2 * 1024 * 1024) });

    expect(batches).toEqual([["0"], ["1", "2"], ["3"]]);
  });

  it("tries a record as often as it takes until it is too old, and then gives it up with the others of its age", async () => {
    const [hour, most] = [3_600_000, 22];
    let hours = 0;
    const { batches, givenUp, conditions } = await run(
      (batch) => {
        if (!holds(batch, "2")) return { succeeded: true };
        hours += 1;
        return { succeeded: true, failed: batch };
      },
      { maximumRetries: Number.POSITIVE_INFINITY, maximumAgeMs: most * hour },
      { now: () => hours * hour },
    );

    // At 22 hours it is not too old yet.
    expect(batches.filter((batch) => batch.includes("2"))).toHaveLength(most + 1);
    expect(givenUp).toEqual([["1", "2", "3"]]);
    expect(conditions).toEqual(["RecordAgeExceeded"]);
  });

  it("never hands over a record that is too old, and goes on with those that are not", async () => {
    const [hour, most] = [3_600_000, 22];
    let hours = 0;
    const { batches, givenUp } = await run(
      (batch) => {
        hours += 1;
        return { succeeded: true, failed: batch };
      },
      { maximumRetries: Number.POSITIVE_INFINITY, maximumAgeMs: most * hour },
      { now: () => hours * hour, written: (index) => (index < 2 ? 0 : 20 * hour) },
    );

    expect(givenUp).toEqual([["0"], ["1"], ["2", "3"]]);
    expect(batches.flat()).not.toContain("1");
    expect(batches.filter((batch) => batch.includes("2"))).toHaveLength(20);
  });

  it("halves a batch that fails whole until the bad record stands alone", async () => {
    const { batches, givenUp } = await run((batch) => ({ succeeded: !holds(batch, "3") }));

    expect(batches).toEqual([["0"], ["1", "2", "3"], ["1", "2"], ["3"], ["3"]]);
    expect(givenUp).toEqual([["3"]]);
  });

  it("gives up the whole batch where it may not halve it", async () => {
    const { givenUp } = await run((batch) => ({ succeeded: !holds(batch, "3") }), { bisects: false });

    expect(givenUp).toEqual([["1", "2", "3"]]);
  });

  it("started again with a batch in hand, sends it again whole though the function has done it", async () => {
    let restarts = 0;
    const { batches, givenUp } = await run((batch, restart) => {
      if (holds(batch, "2") && restarts < 3) {
        restarts += 1;
        restart();
      }
      return { succeeded: true };
    });

    const whole = ["1", "2", "3"];
    expect(batches).toEqual([["0"], whole, whole, whole, whole]);
    expect(givenUp).toEqual([]);
  });

  it("takes no notice of item failures that the source does not report", async () => {
    const { givenUp } = await run((batch) => ({ succeeded: true, failed: batch }), {
      reportsItemFailures: false,
    });

    expect(givenUp).toEqual([]);
  });
});
