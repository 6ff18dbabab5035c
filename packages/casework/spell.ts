import { addDays, type CivilDate, civilDateAt, firstWorkingDayFrom } from "@hemvist/rules";
import { type Assignment, isOpen } from "./assignment.ts";

/** The days that an assignment covers, both ends included. */
export interface Spell {
  readonly assignmentId: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

type Planned = Pick<
  Assignment,
  "assignmentId" | "status" | "statusAt" | "heardAt" | "begunAt" | "from" | "to"
>;

/**
 * The planned days while the assignment is open. Once it has ended, only up to that day. Undefined if it never began.
 */
export function spellOf(assignment: Planned): Spell | undefined {
  const { assignmentId, begunAt, from, to } = assignment;
  if (isOpen(assignment)) return { assignmentId, from, to };
  const ended = endedOn(assignment);
  if (begunAt === undefined || ended < from) return undefined;
  return { assignmentId, from, to: ended < to ? ended : to };
}

/** The day on which it ended, as its provider says, but not later than the report came. */
export const endedOn = ({ statusAt, heardAt }: Pick<Assignment, "statusAt" | "heardAt">): CivilDate =>
  civilDateAt(statusAt < heardAt ? statusAt : heardAt);

/** A stretch that no intervention covers, after one spell and before the next, if there is one. */
export interface Uncovered {
  /** The first working day that no spell covers: a weekend is no break. */
  readonly opens: CivilDate;
  /** The last day before the next spell; absent after the last one. */
  readonly closes?: CivilDate;
  /** The assignment that ends before it. */
  readonly after: string;
}

/** The stretches that the spells leave uncovered, in order. The stretch after the last spell comes last. */
export function uncovered(spells: readonly Spell[]): readonly Uncovered[] {
  const ordered = [...spells].sort((a, b) => (a.from < b.from ? -1 : 1));
  const found: Uncovered[] = [];
  let covered = ordered[0];
  for (const spell of ordered) {
    if (covered === undefined) continue;
    const opens = firstWorkingDayFrom(addDays(covered.to, 1));
    if (spell.from > opens)
      found.push({ opens, closes: addDays(spell.from, -1), after: covered.assignmentId });
    if (spell.to > covered.to) covered = spell;
  }
  if (covered)
    found.push({ opens: firstWorkingDayFrom(addDays(covered.to, 1)), after: covered.assignmentId });
  return found;
}
