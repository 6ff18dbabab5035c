import { functionHere } from "../../packages/local/functions/function-here.ts";
import { startStreamReader } from "../../packages/local/sources/stream-reader.ts";
import { type ChangeRecord, createChangeFeed } from "../../packages/local/tables/change-feed.ts";
import { jsonOf } from "../../packages/local/templates/json.ts";
import { read } from "./dynamo-table.ts";
import type { Batch, Change, OpenStreamSource } from "./stream-probe.ts";

/** A record of a stream, the local run's or DynamoDB's own. */
export const changeOf = ({ dynamodb }: { readonly dynamodb?: unknown }): Change => {
  const { SequenceNumber, Keys, NewImage } = jsonOf(dynamodb);
  return {
    sequenceNumber: String(SequenceNumber),
    id: String(jsonOf(jsonOf(Keys)["pk"])["S"]),
    version:
      NewImage === undefined ? undefined : read(jsonOf(NewImage) as Parameters<typeof read>[0]).version,
  };
};

const hour = 3_600_000;
const first = "first of all";
const table = { name: "t", keys: ["pk"], indexes: [], streamView: "NEW_IMAGE", streamArn: "stream" };

/** The local run's stream reader, set as the template sets it (infra/constructs/record-stream.ts). */
export const openLocalStreamSource: OpenStreamSource = ({
  answer = () => "done" as const,
  hoursOld = 0,
} = {}) => {
  const batches: Batch[] = [];
  const setAside: Change[] = [];
  let [now, most] = [0, 0];
  const target = functionHere(async (event) => {
    const { Records } = event as { readonly Records: readonly ChangeRecord[] };
    const batch = Records.map(changeOf);
    if (batch[0]?.id === first) return { succeeded: true, payload: "{}" };
    batches.push(batch);
    now += 1;
    most = Math.max(most, now);
    const answered = answer(batch, batches.length);
    await new Promise((resolve) => setTimeout(resolve, 1));
    now -= 1;
    const failures = typeof answered === "object" ? [{ itemIdentifier: answered.failedFrom }] : [];
    const payload = JSON.stringify({ batchItemFailures: failures });
    return { succeeded: answered !== "dies", payload };
  });
  const reader = startStreamReader({
    source: {
      streamArn: table.streamArn,
      batchSize: 100,
      bisects: true,
      reportsItemFailures: true,
      maximumRetries: Number.POSITIVE_INFINITY,
      maximumAgeMs: 22 * hour,
    },
    target,
    retryAfterMs: 1,
    now: Date.now,
    giveUp({ records }) {
      setAside.push(...records.map(changeOf).filter(({ id }) => id !== first));
      return Promise.resolve();
    },
    onTrouble: (trouble) => {
      throw new Error(trouble);
    },
  });
  const feed = createChangeFeed({ region: "eu-north-1", now: () => Date.now() - hoursOld * hour });
  const unread: ChangeRecord[] = [];
  feed.follow(table.streamArn, (record) => (now > 0 ? reader.take(record) : unread.push(record)));
  const write = (id: string, version: number): void =>
    feed.append(table, { after: { pk: { S: id }, version: { N: `${version}` }, note: { S: "" } } });
  // The reader is busy with a change of no interest while the others gather.
  write(first, 1);
  return Promise.resolve({
    write,
    async rest() {
      for (const record of unread.splice(0)) reader.take(record);
      while (reader.doing() !== undefined) await new Promise((resolve) => setTimeout(resolve, 5));
    },
    batches,
    setAside,
    mostAtOnce: () => most,
  });
};
