import { type Entry, EntryStands, type Journal } from "../../packages/operations/journal/journal.ts";

/** A journal in memory, which keeps what is added once, as S3 does. `refuses` says which entries it does not take. */
export function aJournal({ refuses = () => false }: { readonly refuses?: (entry: Entry) => boolean } = {}) {
  const objects = new Map<string, string>();
  const journal: Journal = {
    add(key, entry) {
      if (refuses(entry)) return Promise.reject(new Error("no"));
      if (objects.has(key)) return Promise.reject(new EntryStands(key));
      objects.set(key, JSON.stringify(entry));
      return Promise.resolve();
    },
    find: (key) => Promise.resolve(objects.get(key)),
    async *keys({ under, after }) {
      await Promise.resolve();
      yield* [...objects.keys()].filter((key) => key.startsWith(under) && key > after).sort();
    },
    names: () =>
      Promise.resolve([...new Set([...objects.keys()].map((key) => `${key.split("/")[0]}/`))].sort()),
  };
  return {
    journal,
    keys: () => [...objects.keys()],
    entries: () => [...objects.values()].map((text) => JSON.parse(text) as Entry),
  };
}
