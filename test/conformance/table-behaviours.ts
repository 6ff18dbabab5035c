import { type Behaviour, notShown, seen, shown } from "./behaviour.ts";
import type { Item, OpenTable, Put } from "./table-probe.ts";

const inAll = { simulated: shown, bare: shown, local: shown, amazon: shown };
const cases = ["packages/adapters/dynamo-cases.ts"];

const anItem = (changes: Partial<Item> = {}): Item => ({ id: "A", version: 1, note: "first", ...changes });

const isRefused = (put: Put): put is { readonly standing: Item | undefined } => typeof put === "object";

/** What anything that keeps our records must do. */
export const tableBehaviours: readonly Behaviour<OpenTable>[] = [
  {
    says: "DynamoDB refuses a put whose condition does not hold, and changes nothing.",
    is: "relied on",
    by: cases,
    page: "A put and its condition",
    shows: inAll,
    async check(open) {
      const table = await open();
      await table.put(anItem());
      const again = await table.put(anItem({ note: "other" }));
      const skipped = await table.put(anItem({ version: 3, note: "third" }));
      const { note } = (await table.find("A")) ?? {};
      return seen(isRefused(again) && isRefused(skipped) && note === "first", "it was written");
    },
  },
  {
    says: "The refusal has the stored item, if the put asks for it (`ALL_OLD`).",
    is: "relied on",
    by: cases,
    page: "A put and its condition",
    shows: {
      ...inAll,
      bare: notShown(
        "the refusal came without the item",
        "The adapter then reads the stored item. The local run adds it.",
      ),
    },
    async check(open) {
      const table = await open();
      await table.put(anItem());
      const put = await table.put(anItem({ note: "other" }));
      return seen(isRefused(put) && put.standing?.note === "first", "the refusal came without the item");
    },
  },
  {
    says: "A condition on a field of a missing item does not hold: nothing is written, and the refusal has no item.",
    is: "relied on",
    by: cases,
    page: "A put and its condition",
    shows: inAll,
    async check(open) {
      const table = await open();
      const put = await table.put(anItem({ version: 2 }));
      const isNothing = isRefused(put) && put.standing === undefined;
      return seen(isNothing && (await table.find("A")) === undefined, "it was written");
    },
  },
  {
    says: "Of many puts at once with the same condition, one is written.",
    is: "relied on",
    by: cases,
    page: "A put and its condition",
    shows: inAll,
    async check(open) {
      const table = await open();
      await table.put(anItem());
      const notes = ["a", "b", "c", "d", "e", "f"];
      const puts = await Promise.all(notes.map((note) => table.put(anItem({ version: 2, note }))));
      const winner = notes[puts.indexOf("written")];
      const count = puts.filter((put) => put === "written").length;
      return seen(count === 1 && (await table.find("A"))?.note === winner, `${count} were written`);
    },
  },
  {
    says: "A consistent read has every write before it.",
    is: "relied on",
    by: [...cases, "packages/casework/shield-identity.ts"],
    page: "Read consistency",
    shows: inAll,
    async check(open) {
      const table = await open();
      const read: (string | undefined)[] = [];
      for (let version = 1; version <= 5; version += 1) {
        await table.put(anItem({ version, note: `version ${version}` }));
        read.push((await table.find("A"))?.note);
      }
      return seen(read.join() === [1, 2, 3, 4, 5].map((n) => `version ${n}`).join(), `it had ${read.join()}`);
    },
  },
  {
    says: "An index has only the items that have its keys. An item that loses them leaves the index.",
    is: "relied on",
    by: [...cases, "infra/constructs/decisions-table.ts"],
    page: "Sparse indexes",
    shows: inAll,
    async check(open) {
      const table = await open();
      await table.put(anItem({ id: "A", dueAt: "2026-11-02T08:00:00Z" }));
      await table.put(anItem({ id: "B" }));
      const before = await table.due("2026-12-01T00:00:00Z");
      await table.put(anItem({ id: "A", version: 2 }));
      const after = await table.due("2026-12-01T00:00:00Z");
      return seen(before.join() === "A" && after.length === 0, `it had ${[...before, ...after].join()}`);
    },
  },
  {
    says: "A query comes in the order of the sort key, up to and including its bound.",
    is: "relied on",
    by: cases,
    page: "Paginating query results",
    shows: inAll,
    async check(open) {
      const table = await open();
      const days = ["05", "01", "09", "03", "07"];
      for (const day of days) await table.put(anItem({ id: day, dueAt: `2026-11-${day}T08:00:00Z` }));
      const found = await table.due("2026-11-07T08:00:00Z");
      return seen(found.join() === "01,03,05,07", `it had ${found.join()}`);
    },
  },
  {
    says: "DynamoDB refuses an item of more than 400 KB, and the stored item stays.",
    is: "withstood",
    by: ["test/simulation/invariants/rest.ts"],
    page: "BatchWriteItem",
    shows: {
      ...inAll,
      simulated: notShown(
        "it was written",
        "To measure each record costs more than everything else. An invariant keeps history, outbox and follow-ups within limits instead.",
      ),
    },
    async check(open) {
      const table = await open();
      await table.put(anItem());
      const put = await table.put(anItem({ version: 2, note: "x".repeat(410 * 1024) }));
      return seen(put === "too large" && (await table.find("A"))?.note === "first", "it was written");
    },
  },
];
