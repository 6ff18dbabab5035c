import {
  type CaseKey,
  type CaseRecord,
  type CaseStore,
  caseKeyOf,
  correlationIdOf,
  type DueCase,
  type Instant,
  type Saved,
} from "@hemvist/casework";
import { canonicalJson } from "@hemvist/contracts";
import { checkRoom } from "../../support/room-of.ts";
import type { Seeded } from "../world/seeded.ts";
import { Passing, type Run } from "./run.ts";

/**
 * The table, without its network: one item per decision, no larger than DynamoDB takes, each write on condition of the
 * version before.
 */
export interface SimulatedStore {
  readonly records: ReadonlyMap<string, CaseRecord>;
  readonly find: (key: CaseKey) => CaseRecord | undefined;
  readonly save: (record: CaseRecord, upTo?: number) => Saved;
  readonly due: (until: Instant) => readonly DueCase[];
  /** Puts all of it back as it was. */
  readonly restore: (records: ReadonlyMap<string, CaseRecord>) => void;
}

interface Options {
  readonly chance: Seeded;
  /** Whether a write's condition is looked at: always, but where a test breaks it on purpose. */
  readonly isConditional?: boolean;
  /** Whether records are frozen when they are written, and read back as copies now and then. */
  readonly hasManyShapes: boolean;
  readonly onWritten: (record: CaseRecord, before: CaseRecord | undefined) => void;
  /** How many times fuller it gets than a real table. */
  readonly fuller?: number;
}

/**
 * What is written is not copied. In a world of many shapes it is frozen through and through, so that who tries to change
 * what is stored throws; and now and then a record is read back as a copy with its names in another order, as a table
 * gives it back. Nothing may depend on either.
 */
export function simulatedStore(options: Options): SimulatedStore {
  const { chance, hasManyShapes, onWritten, isConditional = true, fuller = 1 } = options;
  const records = new Map<string, CaseRecord>();
  const due = new Map<string, Instant>();

  const find = (key: CaseKey): CaseRecord | undefined => {
    const record = records.get(correlationIdOf(key));
    return record && hasManyShapes && chance.chance(0.05)
      ? (JSON.parse(canonicalJson(record)) as CaseRecord)
      : record;
  };
  return {
    records,
    find,
    save(record, upTo) {
      const pk = correlationIdOf(record);
      const before = records.get(pk);
      if (isConditional && (before?.version ?? 0) !== record.version - 1)
        return isSame(before, record) ? { saved: true } : { saved: false, current: before };
      checkRoom(record, upTo, fuller);
      records.set(pk, hasManyShapes ? frozen(record) : record);
      if (record.dueAt === undefined) due.delete(pk);
      else due.set(pk, record.dueAt);
      onWritten(record, before);
      return { saved: true };
    },
    restore(earlier) {
      records.clear();
      due.clear();
      for (const [pk, record] of earlier) {
        records.set(pk, record);
        if (record.dueAt !== undefined) due.set(pk, record.dueAt);
      }
    },
    due(until) {
      const found: [string, Instant][] = [];
      for (const [pk, dueAt] of due) if (dueAt <= until) found.push([pk, dueAt]);
      found.sort(([, a], [, b]) => (a < b ? -1 : Number(a > b)));
      return found.map(([pk, dueAt]) => ({ ...caseKeyOf(pk), dueAt }));
    },
  };
}

interface Reach {
  readonly run: Run;
  /** Nothing can be read or written for now. */
  readonly isDown: () => boolean;
  readonly onSaved?: (record: CaseRecord) => void;
}

/** The store as one run of a function reaches it: each call may fail. */
export function casesOf(store: SimulatedStore, { run, isDown, onSaved = () => {} }: Reach): CaseStore {
  const call = <T>(port: string, act: () => T): Promise<T> =>
    run.call(port, () => {
      if (isDown()) throw new Passing("table-down");
      return act();
    });
  const notAsked = (): never => {
    throw new Error("no function in this world looks records up this way");
  };
  return {
    find: (key) => call("cases.find", () => store.find(key)),
    save: (record, upTo) =>
      call("cases.save", () => {
        const saved = store.save(record, upTo);
        if (saved.saved) onSaved(record);
        return saved;
      }),
    due: (until) => call("cases.due", () => store.due(until)),
    ofPerson: notAsked,
    ofCase: notAsked,
  };
}

/** A write of ours whose answer was lost counts as written. Most others differ already in what caused them. */
const isSame = (current: CaseRecord | undefined, record: CaseRecord): boolean =>
  current !== undefined &&
  (current === record ||
    (current.version === record.version &&
      current.outbox[0]?.event.causationid === record.outbox[0]?.event.causationid &&
      (JSON.stringify(current) === JSON.stringify(record) ||
        canonicalJson(current) === canonicalJson(record))));

function frozen<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const member of Object.values(value)) frozen(member);
  return value;
}
