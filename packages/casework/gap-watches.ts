import { addDays, type CivilDate, civilDateAt, firstWorkingDayFrom } from "@hemvist/rules";
import type { Assignment } from "./assignment.ts";
import { before } from "./interval.ts";
import type { Watch, Watched } from "./watch.ts";

/**
 * A break ahead: one intervention ends, the decision still runs, and no other takes over. Told before it opens.
 *
 * > Sträva efter kontinuerliga insatser utan avbrott
 * > Anvisning styrmodell, Överenskomna principer för arbetet
 */
export function gapWatches({ record, standing, model }: Watched): readonly Watch[] {
  const lastDay = standing.decision.validTo;
  if (lastDay === undefined) return [];
  return gapsIn(record.assignments, lastDay).map(({ opens, after }) => ({
    kind: "gap-ahead",
    about: after,
    occurrence: before(opens, model.intervals["gap-warning"]),
    ladder: ["sf"],
  }));
}

export interface Gap {
  /** The first working day that no intervention covers. */
  readonly opens: CivilDate;
  /** The assignment that ends before it. */
  readonly after: string;
}

/** The breaks between interventions, and between the last one and the decision's last day. A weekend is none. */
export function gapsIn(assignments: readonly Assignment[], lastDay: CivilDate): readonly Gap[] {
  const spells = assignments
    .flatMap((assignment) => spellOf(assignment) ?? [])
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const gaps: Gap[] = [];
  let covered = spells[0];
  for (const spell of spells) {
    if (covered === undefined) continue;
    const opens = firstUncovered(covered.to);
    if (spell.from > opens) gaps.push({ opens, after: covered.assignmentId });
    if (spell.to > covered.to) covered = spell;
  }
  if (covered !== undefined && firstUncovered(covered.to) <= lastDay) {
    gaps.push({ opens: firstUncovered(covered.to), after: covered.assignmentId });
  }
  return gaps;
}

const firstUncovered = (lastCovered: CivilDate): CivilDate => firstWorkingDayFrom(addDays(lastCovered, 1));

interface Spell {
  readonly assignmentId: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** The days that an assignment covers: as planned while it is open, until it ended once it has. */
function spellOf({ assignmentId, status, statusAt, from, to }: Assignment): Spell | undefined {
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
