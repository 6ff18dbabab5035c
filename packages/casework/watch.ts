import type { CivilDate, Interval, Model } from "@hemvist/rules";
import type { CaseRecord, FollowUpKind, Level, Revision } from "./case-record.ts";

/**
 * Something that hemvist awaits, and the levels that get a notice, in turn, if it has not happened when the day comes.
 */
export interface Watch {
  readonly kind: FollowUpKind;
  /** An assignment's id, a proposal's, or `decision`. */
  readonly about: string;
  readonly occurrence: CivilDate;
  readonly ladder: readonly [Level, ...Level[]];
  /** The interval after which the top of the ladder gets the notice again. Absent if it gets it once. */
  readonly again?: Pick<Interval, "count" | "unit">;
  /** The last day on which hemvist awaits this. From the next day it awaits something else, whatever happens. */
  readonly until?: CivilDate;
  /** The assignments whose providers get a reminder too, once per occurrence. */
  readonly comesNext?: readonly string[];
}

/** The facts that a watch follows from. */
export interface Watched {
  readonly record: CaseRecord;
  readonly standing: Revision;
  readonly model: Model;
  readonly today: CivilDate;
}

export const later = (a: CivilDate, b: CivilDate): CivilDate => (a > b ? a : b);
export const earlier = (a: CivilDate, b: CivilDate): CivilDate => (a < b ? a : b);
