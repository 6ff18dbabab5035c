import {
  type CaseKey,
  type CaseRecord,
  type CaseStore,
  correlationIdOf,
  lookupKeysOf,
} from "@hemvist/casework";
import { canonicalJson } from "@hemvist/contracts";
import { checkRoom } from "./room-of.ts";

/** Records in memory, written on the same conditions as in the table, and never the same object that was written. */
export function memoryCases(...initial: readonly CaseRecord[]): CaseStore {
  const records = new Map(initial.map((record) => [correlationIdOf(record), structuredClone(record)]));
  const all = (): readonly CaseRecord[] => structuredClone([...records.values()]);

  return {
    find: (key) => Promise.resolve(structuredClone(records.get(correlationIdOf(key)))),
    async save(record, upTo) {
      checkRoom(record, upTo);
      const current = structuredClone(records.get(correlationIdOf(record)));
      if ((current?.version ?? 0) === record.version - 1) {
        records.set(correlationIdOf(record), structuredClone(record));
        return { saved: true };
      }
      const isOurs = current !== undefined && canonicalJson(current) === canonicalJson(record);
      return isOurs ? { saved: true } : { saved: false, current };
    },
    due(until) {
      const due = all().flatMap((record) =>
        record.dueAt !== undefined && record.dueAt <= until ? [{ record, dueAt: record.dueAt }] : [],
      );
      const ordered = due.sort((a, b) => (a.dueAt < b.dueAt ? -1 : Number(a.dueAt > b.dueAt)));
      return Promise.resolve(ordered.map(({ record, dueAt }) => ({ ...keyOf(record), dueAt })));
    },
    ofPerson: (personKey) =>
      Promise.resolve(
        all()
          .filter((record) => lookupKeysOf(record).includes(personKey))
          .map(keyOf),
      ),
    ofCase: (caseKey) =>
      Promise.resolve(
        all()
          .filter((record) => record.caseKey === caseKey)
          .map(keyOf),
      ),
  };
}

const keyOf = ({ administration, decisionId }: CaseKey): CaseKey => ({ administration, decisionId });
