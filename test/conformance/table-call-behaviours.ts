import { type Behaviour, none, notAsked, seen, shown } from "./behaviour.ts";
import type { Item, OpenTableCalls } from "./table-probe.ts";

// Nothing above the adapters has to do with these, and the simulated table stands in for the adapters too.
const inEngines = { simulated: none, bare: shown, local: shown, amazon: shown };

const unthrottled = "It is never throttled, and so writes everything.";

const due = (id: string): Item => ({ id, version: 1, note: "", dueAt: `2026-11-02T08:00:${id}Z` });
const later = "2026-12-01T00:00:00Z";

/** What only the adapters see of a table. */
export const tableCallBehaviours: readonly Behaviour<OpenTableCalls>[] = [
  {
    says: "A query stops at its limit with `LastEvaluatedKey`, and goes on from there.",
    is: "relied on",
    by: ["packages/adapters/dynamo-cases.ts"],
    page: "Paginating query results",
    shows: inEngines,
    async check(open) {
      const table = await open();
      const ids = ["01", "02", "03", "04", "05"];
      for (const id of ids) await table.put(due(id));
      const pages = (await table.duePages(later, 2)).filter((page) => page.length > 0);
      return seen(JSON.stringify(pages) === '[["01","02"],["03","04"],["05"]]', JSON.stringify(pages));
    },
  },
  {
    says: "A page of a scan ends at 1 MB, even if more is left.",
    is: "relied on",
    by: ["packages/adapters/dynamo-items.ts"],
    page: "Paginating query results",
    shows: inEngines,
    async check(open) {
      const table = await open();
      const ids = ["01", "02", "03", "04", "05", "06"];
      for (const id of ids) await table.put({ ...due(id), note: "x".repeat(300 * 1024) });
      const pages = await table.scanPages();
      const total = pages.reduce((sum, count) => sum + count, 0);
      return seen(total === 6 && Math.max(...pages) <= 4, `pages of ${pages.join()}`);
    },
  },
  {
    says: "`BatchWriteItem` takes 25 puts, and refuses 26.",
    is: "relied on",
    by: ["packages/adapters/write-all.ts"],
    page: "BatchWriteItem",
    shows: inEngines,
    async check(open) {
      const table = await open();
      const ids = Array.from({ length: 26 }, (_, index) => `N${index}`);
      const [most, tooMany] = [await table.putMany(ids.slice(0, 25)), await table.putMany(ids)];
      return seen(most === 25 && tooMany === undefined, `${most}, then ${tooMany} were written`);
    },
  },
  {
    says: "`BatchWriteItem` names in `UnprocessedItems` what it did not write.",
    is: "relied on",
    by: ["packages/adapters/write-all.ts"],
    page: "BatchWriteItem",
    shows: {
      simulated: none,
      bare: notAsked(unthrottled),
      local: notAsked(unthrottled),
      amazon: notAsked(unthrottled),
    },
    check: () => Promise.reject(new Error("no engine can be made to leave anything out")),
  },
  {
    says: "Any text comes back as it was written: empty, beyond the Basic Multilingual Plane, U+FFFF.",
    is: "relied on",
    by: ["packages/adapters/case-item.ts"],
    shows: inEngines,
    async check(open) {
      const table = await open();
      const texts = ["", "åäö \u{1f600}", "\uffff\ufffe", "\u0000\n\t", '"\\'];
      for (const [index, note] of texts.entries()) await table.put({ id: `${index}`, version: 1, note });
      const found = await Promise.all(texts.map((_, index) => table.find(`${index}`)));
      const changed = found.findIndex((item, index) => item?.note !== texts[index]);
      return seen(changed < 0, `number ${changed} came back otherwise`);
    },
  },
];
