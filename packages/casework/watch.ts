import type { CivilDate, Interval, Model } from "@hemvist/rules";
import type { CaseRecord, FollowUpKind, Level, Revision } from "./case-record.ts";

/** Something that is awaited, and who hears of it, in turn, when the day comes and it has not happened. */
export interface Watch {
  readonly kind: FollowUpKind;
  /** An assignment's id, a proposal's, or `decision`. */
  readonly about: string;
  readonly occurrence: CivilDate;
  readonly ladder: readonly [Level, ...Level[]];
  /** How long after it has reached the top of its ladder it is told there again; told once where absent. */
  readonly again?: Pick<Interval, "count" | "unit">;
  /** The last day on which this is what is awaited: the day after it something else is, whatever happens. */
  readonly until?: CivilDate;
  /** The assignments whose providers are reminded of it as well, once per occurrence. */
  readonly comesNext?: readonly string[];
}

/** What a watch is worked out from. */
export interface Watched {
  readonly record: CaseRecord;
  readonly standing: Revision;
  readonly model: Model;
  readonly today: CivilDate;
}

export const later = (a: CivilDate, b: CivilDate): CivilDate => (a > b ? a : b);
export const earlier = (a: CivilDate, b: CivilDate): CivilDate => (a < b ? a : b);
