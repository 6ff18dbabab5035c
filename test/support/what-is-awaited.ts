import { type Assignment, type CaseRecord, followUp, type HistoryEntry, isOpen } from "@hemvist/casework";
import {
  addDays,
  addWorkingDays,
  type CivilDate,
  civilDateAt,
  firstWorkingDayFrom,
  type Municipality,
} from "@hemvist/rules";
import { nextOfficeHour } from "../../packages/casework/office-hours.ts";
import { eachDay } from "./each-day.ts";
import { goteborg } from "./goteborg.ts";

/** What should have been awaited of a record and is not: reckoned from its dates alone, never from the watches. */
export interface Unawaited {
  readonly invariant: string;
  readonly what: string;
}

export const aReturnedRevision = "a returned revision waits for its correction";
export const aNeed = "a need is covered by a next check";
export const aLastDay = "no check is later than an assignment's last day";
export const aClaim = "no check waits for what a partner says of times";

/** Some days more than the longest pace of any notice: 20 working days, or 90 days. */
const [workingDays, days] = [22, 94];

/** What must hold of a record's next check, on the day that it is written. */
export function unawaited(record: CaseRecord, today: CivilDate): readonly Unawaited[] {
  const { returned, dueAt, assignments } = record;
  const isBy = (day: CivilDate): boolean => dueAt !== undefined && civilDateAt(dueAt) <= day;
  const soon = addWorkingDays(today, workingDays);
  const found: Unawaited[] = [];
  const expect = (holds: boolean, invariant: string, what = ""): void => {
    if (!holds) found.push({ invariant, what: `${what} ${dueAt ?? "never"}`.trim() });
  };
  if (returned !== undefined) expect(isBy(soon), aReturnedRevision);
  const begins = record.standing?.decision.validFrom ?? today;
  if (isUncovered(record, today)) expect(isBy(addWorkingDays(later(today, begins), workingDays)), aNeed);
  for (const { assignmentId, from, to } of assignments.filter(isOpen)) {
    if (to < today) continue;
    expect(isBy(addWorkingDays(to, 1)), aLastDay, assignmentId);
    expect(isBy(firstWorkingDayFrom(addDays(later(today, from), days))), aClaim, assignmentId);
  }
  return found;
}

/** Whether nothing is under way or to come, though the decision runs and no intervention has led to work or studies. */
const isUncovered = (record: CaseRecord, today: CivilDate): boolean =>
  runsOn(record, today) &&
  record.standing?.decision.revocation === undefined &&
  !record.assignments.some((one) => isOpen(one) || isAtWork(one));

function runsOn({ standing }: CaseRecord, day: CivilDate): boolean {
  const { validTo = day, revocation } = standing?.decision ?? {};
  return standing !== undefined && day <= validTo && (revocation === undefined || day <= revocation.on);
}

const isAtWork = ({ status, result }: Assignment): boolean =>
  status === "completed" && (result === "work" || result === "studies");

const later = (a: CivilDate, b: CivilDate): CivilDate => (a > b ? a : b);

export const handedOverAfter = "nothing is handed over after an assignment's last day";
export const handedOverOften = "an assignment is handed over again a bounded number of times";
export const noticedAfter = "nothing but an end is asked for after a decision's last day";
export const neverNotified = "SF gets one notice of what was never carried out";
export const uncoveredDay = "SF gets a notice of each day that nothing covers";
export const unpreparedProvider = "the provider that comes after uncovered days gets a reminder of them";
export const lookedAtInVain = "each look sends something, or moves the next one on";

/** How far a record is followed. A notice that is repeated comes at least each quarter. */
const years = 5;

/**
 * Follows a record through its next checks for some years, as the schedule would, with no answer from any party.
 * @param at when it was written
 */
export function livedOn(
  record: CaseRecord,
  at: string,
  municipality: Municipality = goteborg,
): readonly Unawaited[] {
  const until = `${addDays(civilDateAt(at), 366 * years)}T00:00:00Z`;
  const found: Unawaited[] = [];
  const note = (holds: boolean, invariant: string, what: string): void => {
    if (!holds) found.push({ invariant, what });
  };
  const handed = new Map<string, number>();
  /** The assignments whose providers got a reminder of a gap. */
  const prepared = new Set<string>();
  let current = record;
  for (let looks = 0; current.dueAt !== undefined && current.dueAt < until; looks += 1) {
    const look = nextOfficeHour(current.dueAt > at ? current.dueAt : at);
    const next = looks < mostLooks ? followUp(current, { at: look, municipality }) : undefined;
    if (next === undefined) {
      note(false, lookedAtInVain, look);
      break;
    }
    const today = civilDateAt(look);
    for (const { event } of next.outbox) {
      if (event.type.endsWith(".assignment.reminder.v1") && event.data["about"] === "gap-ahead")
        prepared.add(event.subject);
      if (!event.type.endsWith(".assignment.requested.v1")) continue;
      handed.set(event.subject, (handed.get(event.subject) ?? 0) + 1);
      const to = next.assignments.find(({ assignmentId }) => assignmentId === event.subject)?.to ?? "";
      note(today <= to, handedOverAfter, `${event.subject} ${look}`);
    }
    for (const entry of next.history.slice(current.history.length))
      if (entry.what === "follow-up-told")
        note(runsOn(record, today) || endings.has(entry.kind), noticedAfter, `${entry.kind} ${look}`);
    current = next;
  }
  for (const { assignmentId, to } of record.assignments) {
    const months = Math.max(0, (Date.parse(to) - Date.parse(at)) / monthly);
    note((handed.get(assignmentId) ?? 0) <= 5 + months, handedOverOften, assignmentId);
  }
  if (record.standing?.decision.revocation !== undefined) return found;
  for (const { assignmentId, to, answerBy } of record.assignments.filter(hasNotBegun)) {
    const isPast = later(to, answerBy) < addDays(civilDateAt(at), 365 * years);
    const times = current.history.filter(
      (entry) =>
        entry.what === "follow-up-told" && entry.kind === "never-carried-out" && entry.about === assignmentId,
    ).length;
    note(!isPast || times === 1, neverNotified, `${assignmentId} ${times} times`);
  }
  for (const day of uncoveredDays(record, civilDateAt(at)))
    note(isNoticedBy(day, current.history), uncoveredDay, day);
  for (const id of afterUncovered(record, civilDateAt(at))) note(prepared.has(id), unpreparedProvider, id);
  return found;
}

const mostLooks = 1000;
/** Twenty working days, at the least. */
const monthly = 26 * 86_400_000;

/** The notices that may still come when a decision is over. */
const endings: ReadonlySet<string> = new Set(["never-carried-out", "not-ended", "correction-expected"]);

const hasNotBegun = ({ status }: Assignment): boolean =>
  status === "requested" || status === "received" || status === "accepted";

/** The notice comes at most so long before, or on the morning of the day itself. */
const isNoticedBy = (day: CivilDate, history: readonly HistoryEntry[]): boolean => {
  const noticed = history.flatMap((entry) =>
    entry.what === "follow-up-told" && entry.kind === "gap-ahead" ? [civilDateAt(entry.at)] : [],
  );
  return noticed.some((on) => on <= day && addWorkingDays(on, workingDays) >= day);
};

/**
 * The assignments before which nothing covers the last working day, nor any day since, where no notice of any gap has
 * gone out yet. One that begins during such a weekend comes before them, and its provider gets the reminder.
 */
function afterUncovered(record: CaseRecord, today: CivilDate): readonly string[] {
  const { standing, assignments, followUps } = record;
  if (standing === undefined || followUps.some(({ kind }) => kind === "gap-ahead")) return [];
  if (assignments.some(isAtWork)) return [];
  const first = later(addDays(today, 1), standing.decision.validFrom);
  return assignments.filter(hasNotBegun).flatMap(({ assignmentId, from }) => {
    const eve = lastWorkingDayBefore(from);
    const isNext = datesFrom(eve, from).every((day) => !isCovered(assignments, day));
    return eve >= first && runsOn(record, eve) && isNext ? [assignmentId] : [];
  });
}

/** The days from `first`, up to the one before `end`. */
const datesFrom = (first: CivilDate, end: CivilDate): readonly CivilDate[] => [
  ...eachDay(first, addDays(end, -1)),
];

/** No ten days in a row are off. */
function lastWorkingDayBefore(date: CivilDate): CivilDate {
  const days = [...eachDay(addDays(date, -10), addDays(date, -1))];
  return days.findLast((day) => firstWorkingDayFrom(day) === day) ?? date;
}

const isCovered = (assignments: readonly Assignment[], day: CivilDate): boolean =>
  assignments.some((one) => isOpen(one) && one.from <= day && day <= one.to);

/** The working days of half a year ahead that nothing covers, from the day after `today`. */
function uncoveredDays(record: CaseRecord, today: CivilDate): readonly CivilDate[] {
  const { standing, assignments } = record;
  if (standing === undefined) return [];
  const ends = assignments.filter(isAtWork).map(({ statusAt }) => civilDateAt(statusAt));
  const found: CivilDate[] = [];
  let day = firstWorkingDayFrom(later(addDays(today, 1), standing.decision.validFrom));
  for (let count = 0; count < 130 && runsOn(record, day); count += 1) {
    if (!isCovered(assignments, day) && ends.length === 0) found.push(day);
    day = addWorkingDays(day, 1);
  }
  return found;
}
