import { hash } from "node:crypto";
import { type CaseRecord, type HistoryEntry, type Progress, roomFor } from "@hemvist/casework";
import { instantOf } from "@hemvist/rules";
import { itemOf } from "../../packages/adapters/case-item.ts";
import { roomTaken } from "../../packages/adapters/room-taken.ts";
import { aReport, heardAt, received } from "./a-case.ts";
import { aDecision, anIntervention } from "./a-decision.ts";
import { aSeal } from "./a-seal.ts";

const [second, day] = [1000, 86_400_000];
const begin = Date.parse("2026-11-10T08:00:00Z");

/** An instant so many days after the reports began. */
export const daysAfter = (days: number): string => instantOf(begin + days * day);

/** Digits that do not compress, the same each time. */
const digits = (seed: string): string => hash("sha512", seed);
export const below = (most: number, seed: string): number =>
  Number.parseInt(digits(seed).slice(0, 8), 16) % most;
export const uuid = (seed: string): string =>
  digits(seed).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-4$3-8$4-$5");

export const twentyInterventions = Array.from({ length: 20 }, (_, index) =>
  anIntervention({ interventionId: String(index + 1) }),
);

/** A revision of a decision with twenty interventions. */
export const aWideRevision = (revision: number, changes: object = {}) =>
  aDecision({ revision, interventions: twentyInterventions, validTo: "2029-11-08", ...changes });

export const assignmentId = (number: number): string => `sf-centrum.SFC-2026-004711.${1 + (number % 20)}`;

/** A decision with twenty interventions, all in progress. */
export const begun = (): CaseRecord =>
  twentyInterventions.reduce(
    (record, _one, index) =>
      (["accepted", "in-progress"] as const).reduce((before, status) => {
        const ids = { progressId: uuid(`${status} ${index}`), assignmentId: assignmentId(index) };
        return heardAt(instantOf(begin), before, aReport(status, { ...ids, occurredAt: instantOf(begin) }));
      }, record),
    received(aWideRevision(1)),
  );

/** Says why the reports of an assignment are on hold, every second time, as a provider's system does. */
const illness = (number: number): Partial<Progress> =>
  isOnHold(number) ? { reason: { code: "illness", whose: "person" } } : {};
const isOnHold = (number: number): boolean => Math.floor(number / 20) % 2 === 0;

/** A text of 200 characters, with as many bytes as it can have. None of them can be guessed from those before. */
const worstText = (seed: string): string =>
  Array.from({ length: 200 }, (_, index) =>
    String.fromCodePoint(0x4e00 + below(20_000, `${seed} ${index}`)),
  ).join("");
export const worst = (number: number): Partial<Progress> => ({
  reason: { code: "other", whose: "provider", text: worstText(String(number)) },
});

/** The record after so many reports in a year, on one assignment after the other: on hold, then in progress again. */
export function reportedOn(record: CaseRecord, many: number, says = illness): CaseRecord {
  const history = Array.from({ length: many }, (_, number): HistoryEntry => {
    const at = begin + (number * 365 * day) / many;
    return {
      what: "progress-reported",
      progressId: uuid(`report ${number}`),
      assignmentId: assignmentId(number),
      occurredAt: instantOf(at - below(3600, `o ${number}`) * second),
      status: isOnHold(number) ? "on-hold" : "in-progress",
      ...says(number),
      version: record.version + number + 1,
      at: instantOf(at),
      by: "kompetenscenter",
    };
  });
  return { ...record, version: record.version + many, history: [...record.history, ...history] };
}

/** The share of its room that the sealed record takes. */
export async function takenBy(record: CaseRecord): Promise<number> {
  const text = JSON.stringify(record);
  return roomTaken(await itemOf(record, aSeal, text), text);
}

/** How many reports of a year a decision with twenty assignments has room for, to the nearest ten below. */
export async function reportsOfAYear(): Promise<number> {
  const before = begun();
  let [held, refused] = [0, 16_000];
  while (refused - held > 10) {
    const many = Math.floor((held + refused) / 2);
    if ((await takenBy(reportedOn(before, many))) <= roomFor("in-progress")) held = many;
    else refused = many;
  }
  return held;
}
