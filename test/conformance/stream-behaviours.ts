import { type Behaviour, none, notAsked, notShown, seen, shown } from "./behaviour.ts";
import type { Change, OpenStream } from "./stream-probe.ts";

// dynalite has no streams.
const inAll = { simulated: shown, bare: none, local: shown, amazon: shown };
const outbox = ["packages/adapters/stream-outbox.ts", "functions/hand-off/deliver.ts"];

const carried = (changes: readonly Change[]): string =>
  changes.map(({ id, version }) => `${id}${version ?? " removed"}`).join();

/** What a table tells of its changes. */
export const streamBehaviours: readonly Behaviour<OpenStream>[] = [
  {
    says: "The stream has each write once, with the item as it was written.",
    is: "relied on",
    by: outbox,
    page: "Streams",
    shows: inAll,
    async check(open) {
      const stream = await open();
      for (const id of ["A", "B", "C"]) await stream.put({ id, version: 1, note: id });
      const changes = (await stream.read()).toSorted((a, b) => (a.id < b.id ? -1 : 1));
      return seen(carried(changes) === "A1,B1,C1", carried(changes));
    },
  },
  {
    says: "The stream has the changes of one item in the order in which they were made.",
    is: "relied on",
    by: ["functions/hand-off/hand-off.ts"],
    page: "Streams",
    shows: inAll,
    async check(open) {
      const stream = await open();
      for (let version = 1; version <= 6; version += 1)
        for (const id of ["A", "B"]) await stream.put({ id, version, note: `${version}` });
      const changes = await stream.read();
      const orders = ["A", "B"].map((one) =>
        changes
          .filter(({ id }) => id === one)
          .map(({ version }) => version)
          .join(""),
      );
      return seen(orders.join() === "123456,123456", orders.join());
    },
  },
  {
    says: "The stream does not have a put that its condition refused.",
    is: "relied on",
    by: ["packages/adapters/dynamo-cases.ts"],
    page: "Streams",
    shows: inAll,
    async check(open) {
      const stream = await open();
      await stream.put({ id: "A", version: 1, note: "first" });
      await stream.put({ id: "A", version: 1, note: "other" });
      await stream.put({ id: "B", version: 2, note: "nothing before it" });
      const changes = await stream.read();
      return seen(carried(changes) === "A1", carried(changes));
    },
  },
  {
    says: "Sequence numbers rise, and no two are the same.",
    is: "relied on",
    by: outbox,
    page: "Stream records",
    shows: inAll,
    async check(open) {
      const stream = await open();
      for (let version = 1; version <= 12; version += 1)
        await stream.put({ id: "A", version, note: `${version}` });
      const numbers = (await stream.read()).map(({ sequenceNumber }) => BigInt(sequenceNumber));
      const isRising = numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0n));
      return seen(numbers.length === 12 && isRising, numbers.join());
    },
  },
  {
    says: "The stream has a removal without a new image.",
    is: "withstood",
    by: ["packages/adapters/stream-outbox.ts"],
    page: "Stream records",
    // Nothing is removed in a simulated world.
    shows: { ...inAll, simulated: none },
    async check(open) {
      const stream = await open();
      await stream.put({ id: "A", version: 1, note: "first" });
      await stream.remove("A");
      const changes = await stream.read();
      return seen(carried(changes) === "A1,A removed", carried(changes));
    },
  },
  {
    says: "A reader that begins at `TRIM_HORIZON` reads what was written before.",
    is: "relied on",
    by: ["infra/constructs/record-stream.ts"],
    page: "Parameters of a stream's mapping",
    shows: {
      ...inAll,
      local: notShown("nothing was read", "The readers of the local run start before the first write."),
    },
    async check(open) {
      const stream = await open({ unreadForHours: 1 });
      for (const id of ["A", "B"]) await stream.put({ id, version: 1, note: id });
      const changes = (await stream.read()).toSorted((a, b) => (a.id < b.id ? -1 : 1));
      return seen(carried(changes) === "A1,B1", changes.length === 0 ? "nothing was read" : carried(changes));
    },
  },
  {
    says: "The stream forgets a record after 24 hours.",
    is: "withstood",
    by: ["functions/follow-up/follow-up-due.ts", "docs/runbooks/stream-behind.md"],
    page: "Streams",
    shows: {
      ...inAll,
      local: notAsked(
        "Its stream forgets nothing by age. Its reader gives a record up at the mapping's 22 hours.",
      ),
      amazon: notAsked("It would take 24 hours."),
    },
    async check(open) {
      const stream = await open({ unreadForHours: 25 });
      await stream.put({ id: "A", version: 1, note: "" });
      await stream.hoursGoBy(23);
      await stream.put({ id: "B", version: 1, note: "" });
      await stream.hoursGoBy(2);
      const changes = await stream.read();
      return seen(carried(changes) === "B1", carried(changes));
    },
  },
];
