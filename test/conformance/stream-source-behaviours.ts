import { type Behaviour, none, notShown, seen, shown } from "./behaviour.ts";
import type { Batch, OpenStreamSource, StreamSource } from "./stream-probe.ts";

// An event source is Lambda's own part: engines of tables have none.
const inBoth = { simulated: shown, bare: none, local: shown, amazon: none };
const mapping = "infra/constructs/record-stream.ts";

const idsOf = (batch: Batch): string => batch.map(({ id }) => id).join("");
const carried = ({ batches }: StreamSource): string => batches.map(idsOf).join();

/** What stands between a stream and its function. */
export const streamSourceBehaviours: readonly Behaviour<OpenStreamSource>[] = [
  {
    says: "A batch holds what has gathered, up to the mapping's hundred.",
    is: "relied on",
    by: [mapping],
    page: "Parameters of a stream's mapping",
    shows: inBoth,
    async check(open) {
      const source = await open();
      for (let n = 0; n < 250; n += 1) source.write("A", n + 1);
      await source.rest();
      const sizes = source.batches.map(({ length }) => length);
      const total = sizes.reduce((sum, size) => sum + size, 0);
      return seen(total === 250 && Math.max(...sizes) <= 100, `batches of ${sizes.join()}`);
    },
  },
  {
    says: "An empty list of failures is success: the batch does not come again.",
    is: "relied on",
    by: ["functions/hand-off/deliver.ts"],
    page: "Partial batch responses, streams",
    shows: inBoth,
    async check(open) {
      const source = await open();
      for (const id of ["A", "B", "C"]) source.write(id, 1);
      await source.rest();
      const all = [...source.batches.flat().map(({ id }) => id)].toSorted().join("");
      return seen(all === "ABC", carried(source));
    },
  },
  {
    says: "The reported record comes again, and so do all after it. The records before it do not.",
    is: "relied on",
    by: ["functions/hand-off/hand-off.ts", mapping],
    page: "Partial batch responses, streams",
    shows: inBoth,
    async check(open) {
      const source = await open({
        answer: (batch, nth) => (nth === 1 ? { failedFrom: batch[2]?.sequenceNumber ?? "" } : "done"),
      });
      for (let version = 1; version <= 4; version += 1) source.write("A", version);
      await source.rest();
      const versions = source.batches.map((batch) => batch.map(({ version }) => version).join(""));
      const isFromThird = versions.length === 2 && versions[0] === "1234" && versions[1] === "34";
      return seen(isFromThird, versions.join());
    },
  },
  {
    says: "An empty or unknown identifier fails the whole batch.",
    is: "withstood",
    by: ["functions/hand-off/deliver.ts"],
    page: "Partial batch responses, streams",
    shows: inBoth,
    async check(open) {
      const source = await open({ answer: (_batch, nth) => (nth === 1 ? { failedFrom: "" } : "done") });
      for (let version = 1; version <= 3; version += 1) source.write("A", version);
      await source.rest();
      return seen(carried(source) === "AAA,AAA", carried(source));
    },
  },
  {
    says: "If a function dies of a batch, the batch comes again in halves, until the bad record is alone. The rest is done.",
    is: "relied on",
    by: [mapping],
    page: "Discarded stream records",
    shows: inBoth,
    async check(open) {
      const isBad = (batch: Batch): boolean => batch.some(({ version }) => version === 3);
      let alone = 0;
      const source = await open({
        answer(batch) {
          if (isBad(batch) && batch.length === 1) alone += 1;
          return isBad(batch) && alone < 3 ? "dies" : "done";
        },
      });
      for (let version = 1; version <= 8; version += 1) source.write("A", version);
      await source.rest();
      const done = source.batches
        .filter((batch) => !isBad(batch))
        .flatMap((batch) => batch.map(({ version }) => version));
      return seen(done.join("") === "1245678" && alone === 3, `${done.join("")}, ${alone} times alone`);
    },
  },
  {
    says: "Without a limit of attempts, Lambda tries the bad record alone again and again. The records after it wait.",
    is: "relied on",
    by: [mapping, "docs/runbooks/stream-behind.md"],
    page: "Discarded stream records",
    shows: inBoth,
    async check(open) {
      let tries = 0;
      const source = await open({
        answer(batch) {
          if (batch.every(({ version }) => version !== 2)) return "done";
          tries += 1;
          return tries > 20 ? "done" : "dies";
        },
      });
      for (let version = 1; version <= 4; version += 1) source.write("A", version);
      await source.rest();
      const done = source.batches
        .at(-1)
        ?.map(({ version }) => version)
        .join("");
      return seen(
        tries === 21 && done === "34" && source.setAside.length === 0,
        `${tries} times, then ${done}`,
      );
    },
  },
  {
    says: "While Lambda tries changes of an item again, later changes of that item wait.",
    is: "relied on",
    by: ["functions/hand-off/hand-off.ts"],
    page: "Streams",
    shows: inBoth,
    async check(open) {
      const source: StreamSource = await open({
        answer(_batch, nth) {
          if (nth === 1) source.write("A", 2);
          return nth <= 3 ? "dies" : "done";
        },
      });
      source.write("A", 1);
      await source.rest();
      const versions = source.batches.map((batch) => batch.map(({ version }) => version).join(""));
      return seen(versions.join() === "1,1,1,1,2", versions.join());
    },
  },
  {
    says: "Batches of different items may be under way at once (`ParallelizationFactor`).",
    is: "withstood",
    by: [mapping],
    page: "Parameters of a stream's mapping",
    shows: {
      ...inBoth,
      local: notShown("one at a time", "The local run reads its one shard batch by batch."),
    },
    async check(open) {
      const source = await open();
      for (let n = 0; n < 40; n += 1) source.write(`item ${n}`, 1);
      await source.rest();
      return seen(source.mostAtOnce() === 2, source.mostAtOnce() === 1 ? "one at a time" : "more at once");
    },
  },
  {
    says: "Lambda sets a record older than the mapping's 22 hours aside whole, and does not try it.",
    is: "relied on",
    by: [mapping],
    page: "Discarded stream records",
    shows: inBoth,
    async check(open) {
      const source = await open({ hoursOld: 23 });
      source.write("A", 1);
      await source.rest();
      const isSetAside = source.batches.length === 0 && source.setAside.length === 1;
      return seen(isSetAside, "it was handed over");
    },
  },
];
