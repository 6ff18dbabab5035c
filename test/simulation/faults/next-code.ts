import type { CaseKey, CaseRecord, CaseStore } from "@hemvist/casework";
import { correlationIdOf } from "@hemvist/casework";
import type { QueueMessage } from "@hemvist/runtime";
import { recordIn } from "../../../packages/adapters/case-item.ts";

/**
 * The version of the code that comes after this one, as far as this one can see it: its records have a field more, or
 * name a model that only it has, and it takes a field in decisions that this one refuses. All else it does alike.
 */
const ofNext = "-next";
const ofBoth = "-2025-07";

type NextRecord = CaseRecord & { readonly interpreter?: string };

/** Whether the next version has written what today's does not know. */
export const isNewer = (record: CaseRecord): boolean => hasNewField(record) || isOnlyNexts(modelOf(record));

const isOnlyNexts = (model: string | undefined): boolean => model?.endsWith(ofNext) === true;

export const hasNewField = (record: NextRecord): boolean => record.interpreter !== undefined;

export const modelOf = ({ standing }: CaseRecord): string | undefined => standing?.judgement.model;

/** The store as the next version reads and writes it, for one run. */
export function nextCases(cases: CaseStore): CaseStore {
  /** What each record looked like when this run read it: a judgement keeps the name of its model. */
  const seen = new Map<string, CaseRecord>();

  function asRead(record: CaseRecord | undefined): CaseRecord | undefined {
    if (record === undefined) return undefined;
    seen.set(correlationIdOf(record), record);
    return asBothKnowIt(record);
  }
  function asWritten(record: CaseRecord): CaseRecord {
    const before = seen.get(correlationIdOf(record));
    const kind = Number(record.decisionId.slice(2)) % 3;
    if (kind === 0) return { ...record, interpreter: "fi" } as NextRecord;
    const isJudgedNow = before?.standing?.contentHash !== record.standing?.contentHash;
    const isNamed = isJudgedNow ? kind === 1 : before !== undefined && isOnlyNexts(modelOf(before));
    return isNamed && modelOf(record)?.endsWith(ofBoth) ? named(record, [ofBoth, ofNext]) : record;
  }
  return {
    ...cases,
    find: async (key: CaseKey) => asRead(await cases.find(key)),
    async save(record, upTo) {
      const written = asWritten(record);
      const saved = await cases.save(written, upTo);
      if (!saved.saved) return { saved: false, current: asRead(saved.current) };
      seen.set(correlationIdOf(record), written);
      return saved;
    },
  };
}

/** A record without what only the next version knows. */
export function asBothKnowIt(record: CaseRecord): CaseRecord {
  if (!isNewer(record)) return record;
  const { interpreter: _interpreter, ...known } = record as NextRecord;
  return isOnlyNexts(modelOf(record)) ? named(known, [ofNext, ofBoth]) : known;
}

/** With the end of its model's name changed. */
function named(record: CaseRecord, [from, to]: readonly [string, string]): CaseRecord {
  const { standing } = record;
  if (standing?.judgement.model === undefined) return record;
  const model = standing.judgement.model.slice(0, -from.length) + to;
  return { ...record, standing: { ...standing, judgement: { ...standing.judgement, model } } };
}

/** Reads a stored item with today's own schema, as every read does that the next version has not written. */
export const readStrictly = (record: CaseRecord): CaseRecord => recordIn(JSON.stringify(record));

/** The store as today's version reads it where the next one may have written. */
export function todaysCases(cases: CaseStore, read: (record: CaseRecord) => CaseRecord): CaseStore {
  const asRead = (record: CaseRecord | undefined) => (record && isNewer(record) ? read(record) : record);
  return {
    ...cases,
    find: async (key) => asRead(await cases.find(key)),
    async save(record, upTo) {
      const saved = await cases.save(record, upTo);
      return saved.saved ? saved : { saved: false, current: asRead(saved.current) };
    },
  };
}

/** A decision that asks for an interpreter, which today's version refuses and the next one keeps with the case number. */
export function withInterpreter<T extends Readonly<Record<string, unknown>>>(content: T): T {
  return { ...content, interpreter: "fi" };
}

type Content = Readonly<Record<string, unknown>>;

export function asNextKeepsIt<T extends Content>(content: T): T {
  if (content["interpreter"] === undefined) return content;
  const { interpreter, ...kept } = content as T & { readonly interpreter?: unknown };
  return { ...(kept as T), caseNumber: `${String(content["caseNumber"])}-${String(interpreter)}` };
}

/** The decision in a message, as it is kept. */
export function contentIn(body: string): Content {
  const message = JSON.parse(body) as Content & { readonly data?: Content };
  return asNextKeepsIt(message.data ?? message);
}

/** A queue's message as the next version reads it. */
export function asNextReads<M extends Pick<QueueMessage, "body">>(message: M): M {
  if (!message.body.includes('"interpreter"')) return message;
  const sent = JSON.parse(message.body) as { readonly data?: Record<string, unknown> } & Record<
    string,
    unknown
  >;
  const read = sent.data === undefined ? asNextKeepsIt(sent) : { ...sent, data: asNextKeepsIt(sent.data) };
  return { ...message, body: JSON.stringify(read) };
}
