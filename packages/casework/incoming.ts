import type { Decision } from "@hemvist/rules";

/** An incoming decision: parsed and hashed, with the person's pseudonym and the assignments that it refers to. */
export interface Incoming {
  readonly decision: Decision;
  readonly contentHash: string;
  readonly personKey: string;
  /** The pseudonym of the case number. Absent if no search uses it, as in a report from files. */
  readonly caseKey?: string;
  /** The pseudonym of the number or reference that `person.replaces` names. */
  readonly formerPersonKey?: string;
  /** The assignments that its interventions follow, by id, if any does. An id that is not here does not exist. */
  readonly followed?: ReadonlyMap<string, FollowedAssignment>;
}

/** An assignment that an intervention follows, as its own decision knows it. */
export interface FollowedAssignment {
  readonly provider: string;
  /** The pseudonyms that its person has or has had. */
  readonly personKeys: readonly string[];
}
