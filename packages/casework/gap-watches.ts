import { addDays, type CivilDate, civilDateAt, type Decision } from "@hemvist/rules";
import { type Assignment, isOpen } from "./assignment.ts";
import { dateBefore } from "./interval.ts";
import { lastDayOf } from "./last-day.ts";
import { endedOn, type Spell, spellOf, type Uncovered, uncovered } from "./spell.ts";
import { later, type Watch, type Watched } from "./watch.ts";

/**
 * Days that nothing covers while the decision runs: before the first intervention, between two, and after the last. SF
 * gets a notice before they come, or as soon as they show, and again while they last. The provider that comes next gets
 * one reminder.
 *
 * > Sträva efter kontinuerliga insatser utan avbrott
 * > Anvisning styrmodell, Överenskomna principer för arbetet
 *
 * The end of an assignment is not the end of the need. An assignment that was rejected, or failed before it began,
 * covers no days.
 */
export const gapWatches = ({ record, standing, model, today }: Watched): readonly Watch[] =>
  gapsIn(record.assignments, standing.decision)
    .filter(({ closes }) => closes === undefined || closes >= today)
    .map((gap) => ({
      kind: "gap-ahead",
      about: gap.after,
      occurrence: shownOn(gap, {
        assignments: record.assignments,
        warned: dateBefore(gap.opens, model.intervals["gap-warning"]),
      }),
      ladder: ["sf"],
      again: model.intervals["escalation-repeat"],
      comesNext: nextAfter(gap, record.assignments),
    }));

/** The assignments that end the gap, as long as they have not begun. Their providers can propose an earlier start. */
const nextAfter = ({ closes }: Uncovered, assignments: readonly Assignment[]): readonly string[] =>
  closes === undefined
    ? []
    : assignments
        .filter((one) => isOpen(one) && one.begunAt === undefined && one.from === addDays(closes, 1))
        .map(({ assignmentId }) => assignmentId);

/**
 * The stretches of a decision that no intervention covers. A stretch before the first intervention is after `decision`.
 */
export function gapsIn(assignments: readonly Assignment[], decision: Decision): readonly Uncovered[] {
  const eve = addDays(decision.validFrom, -1);
  const lastDay = lastDayOf(decision);
  const spells: readonly Spell[] = [
    { assignmentId: "decision", from: eve, to: eve },
    ...assignments.flatMap((assignment) => spellOf(assignment) ?? []),
  ];
  return uncovered(spells).filter(
    ({ opens, after }) =>
      (lastDay === undefined || opens <= lastDay) && !isAtWork(assignments, startOf(spells, after)),
  );
}

const startOf = (spells: readonly Spell[], id: string): CivilDate | undefined =>
  spells.find(({ assignmentId }) => assignmentId === id)?.from;

/**
 * Work or studies leave no gap: not after the intervention that led there, and not after one that began before it
 * ended.
 */
const isAtWork = (assignments: readonly Assignment[], begun: CivilDate | undefined): boolean =>
  assignments.some(
    (one) =>
      one.status === "completed" &&
      (one.result === "work" || one.result === "studies") &&
      begun !== undefined &&
      endedOn(one) >= begun,
  );

/** The day of the notice: a while before the gap opens, or when the report of the end came. */
function shownOn(
  { opens, closes }: Uncovered,
  { assignments, warned }: { assignments: readonly Assignment[]; warned: CivilDate },
): CivilDate {
  return assignments
    .filter((one) => !isOpen(one) && one.to >= opens && (closes === undefined || one.from <= closes))
    .map(({ heardAt }) => civilDateAt(heardAt))
    .reduce(later, warned);
}
