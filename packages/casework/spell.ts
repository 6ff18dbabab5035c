import { addDays, type CivilDate, civilDateAt, firstWorkingDayFrom } from "@hemvist/rules";
import type { Assignment } from "./assignment.ts";

/** The days that an assignment covers, both ends included. */
export interface Spell {
  readonly assignmentId: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** As planned while it is open, until it ended once it has; none where it never came to be. */
export function spellOf({
  assignmentId,
  status,
  statusAt,
  from,
  to,
}: Pick<Assignment, "assignmentId" | "status" | "statusAt" | "from" | "to">): Spell | undefined {
  const ended = civilDateAt(statusAt);
  switch (status) {
    case "requested":
    case "received":
    case "accepted":
    case "in-progress":
    case "on-hold":
      return { assignmentId, from, to };
    case "completed":
    case "failed":
      return ended < from ? undefined : { assignmentId, from, to: ended < to ? ended : to };
    case "rejected":
    case "cancelled":
      return undefined;
  }
}

/** A stretch that nothing covers, after one spell and before the next, if there is one. */
export interface Uncovered {
  /** The first working day that no spell covers: a weekend is no break. */
  readonly opens: CivilDate;
  /** The last day before the next spell; absent after the last one. */
  readonly closes?: CivilDate;
  /** The assignment that ends before it. */
  readonly after: string;
}

/** Where spells leave days uncovered, in order; the stretch after the last one comes last. */
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
