import type { CivilDate } from "@hemvist/rules";
import type { Assignment } from "./assignment.ts";
import { dateBefore } from "./interval.ts";
import { spellOf, type Uncovered, uncovered } from "./spell.ts";
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
    occurrence: dateBefore(opens, model.intervals["gap-warning"]),
    ladder: ["sf"],
  }));
}

/** The breaks between interventions, and between the last one and the decision's last day. */
export const gapsIn = (assignments: readonly Assignment[], lastDay: CivilDate): readonly Uncovered[] =>
  uncovered(assignments.flatMap((assignment) => spellOf(assignment) ?? [])).filter(
    ({ opens }) => opens <= lastDay,
  );
