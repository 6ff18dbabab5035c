import type { SQSBatchResponse, SQSRecord } from "aws-lambda";
import { type Behaviour, none, notShown, seen, shown } from "./behaviour.ts";
import type { OpenQueueSource, QueueSource } from "./queue-probe.ts";

// An event source is Lambda's own part.
const inBoth = { simulated: shown, bare: none, local: shown, amazon: none };
const batch = ["packages/runtime/queue-batch.ts"];
const mapping = "infra/constructs/queue-reader.ts";

const allDone: SQSBatchResponse = { batchItemFailures: [] };
const failing = (records: readonly SQSRecord[]): SQSBatchResponse => ({
  batchItemFailures: records.map(({ messageId }) => ({ itemIdentifier: messageId })),
});

/** Messages of as many groups. */
const ofGroups = (texts: string) => [...texts].map((body) => ({ body, group: body, deduplicationId: body }));
const inOneGroup = (texts: string) => [...texts].map((body) => ({ body, group: "G", deduplicationId: body }));

const bodiesOf = (records: readonly SQSRecord[]): string => records.map(({ body }) => body).join("");
const timesOf = ({ batches }: QueueSource, text: string): string => {
  const all = batches.flat().map(({ body }) => body);
  return [...text].map((one) => all.filter((body) => body === one).length).join("");
};

/** What stands between a queue and its function. */
export const queueSourceBehaviours: readonly Behaviour<OpenQueueSource>[] = [
  {
    says: "A batch holds ten messages at most, of any groups.",
    is: "relied on",
    by: [mapping, ...batch],
    page: "Scaling of an SQS event source",
    shows: inBoth,
    async check(open) {
      const source = await open({ isFifo: true, handle: () => allDone });
      await source.send(...ofGroups("abcdefghijklmnopqrstuvwxy"));
      await source.rest();
      const sizes = source.batches.map(({ length }) => length);
      const total = sizes.reduce((sum, size) => sum + size, 0);
      const isSo = total === 25 && Math.max(...sizes) <= 10 && Math.max(...sizes) > 1;
      return seen(isSo, `batches of ${sizes.join()}`);
    },
  },
  {
    says: "A record has its body, queue, group, count of receives and when it was sent.",
    is: "relied on",
    by: batch,
    page: "Scaling of an SQS event source",
    shows: inBoth,
    async check(open) {
      const source = await open({ isFifo: true, handle: () => allDone });
      await source.send({ body: "text", group: "G", deduplicationId: "1" });
      await source.rest();
      const [record] = source.batches.flat();
      const { MessageGroupId, ApproximateReceiveCount, SentTimestamp } = record?.attributes ?? {};
      const passed = [
        record?.body,
        record?.eventSourceARN.split(":").at(-1),
        MessageGroupId,
        ApproximateReceiveCount,
        /^\d{13}$/.test(SentTimestamp ?? ""),
      ].join();
      return seen(passed === "text,messages.fifo,G,1,true", passed);
    },
  },
  {
    says: "An empty list of failures is success: SQS deletes the whole batch.",
    is: "relied on",
    by: batch,
    page: "Errors of an SQS event source",
    shows: inBoth,
    async check(open) {
      const source = await open({ isFifo: true, handle: () => allDone });
      await source.send(...ofGroups("abc"));
      await source.rest();
      return seen(timesOf(source, "abc") === "111", `they came ${timesOf(source, "abc")} times`);
    },
  },
  {
    says: "A reported message comes again. SQS deletes the others.",
    is: "relied on",
    by: [...batch, mapping],
    page: "Errors of an SQS event source",
    shows: inBoth,
    async check(open) {
      const source = await open({
        isFifo: true,
        handle: (records, nth) => (nth === 1 ? failing(records.filter(({ body }) => body === "b")) : allDone),
      });
      await source.send(...ofGroups("abc"));
      await source.rest();
      return seen(timesOf(source, "abc") === "121", `they came ${timesOf(source, "abc")} times`);
    },
  },
  {
    says: "A reported message comes again before any later message of its group.",
    is: "relied on",
    by: batch,
    page: "FIFO delivery logic",
    shows: inBoth,
    async check(open) {
      const done: string[] = [];
      const failed: SQSRecord[] = [];
      const source = await open({
        isFifo: true,
        handle(records) {
          const from = failed.length > 0 ? -1 : records.findIndex(({ body }) => body === "2");
          done.push(bodiesOf(from < 0 ? records : records.slice(0, from)));
          if (from < 0) return allDone;
          failed.push(...records.slice(from));
          return failing(failed);
        },
      });
      await source.send(...inOneGroup("1234"));
      await source.rest();
      return seen(failed.length > 0 && done.join("") === "1234", done.join(""));
    },
  },
  {
    says: "If a function dies, its whole batch has failed.",
    is: "relied on",
    by: batch,
    page: "Errors of an SQS event source",
    shows: inBoth,
    async check(open) {
      const source = await open({
        isFifo: true,
        handle: (_records, nth) => (nth === 1 ? "dies" : allDone),
      });
      await source.send(...ofGroups("abc"));
      await source.rest();
      return seen(timesOf(source, "abc") === "222", `they came ${timesOf(source, "abc")} times`);
    },
  },
  {
    says: "An identifier that is not in the batch fails the whole batch.",
    is: "withstood",
    by: batch,
    page: "Errors of an SQS event source",
    shows: inBoth,
    async check(open) {
      const source = await open({
        isFifo: true,
        handle: (_records, nth) =>
          nth === 1 ? { batchItemFailures: [{ itemIdentifier: "unknown" }] } : allDone,
      });
      await source.send(...ofGroups("abc"));
      await source.rest();
      return seen(timesOf(source, "abc") === "222", `they came ${timesOf(source, "abc")} times`);
    },
  },
  {
    says: "Several batches of one queue may run at once, up to the mapping's five, but never two with the same group.",
    is: "withstood",
    by: [mapping, "packages/casework/write-through.ts"],
    page: "Scaling of an SQS event source",
    shows: {
      ...inBoth,
      local: notShown("one at a time", "The local run reads a queue batch by batch."),
    },
    async check(open) {
      const source = await open({ isFifo: true, handle: () => allDone });
      const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
      const again = inOneGroup(letters).map((one) => ({ ...one, deduplicationId: `again-${one.body}` }));
      await source.send(...ofGroups(letters), ...again);
      await source.rest();
      if (source.isGroupShared()) return "two with the same group";
      const most = source.mostAtOnce();
      return seen(most > 1 && most <= 5, most === 1 ? "one at a time" : `${most} at once`);
    },
  },
];
