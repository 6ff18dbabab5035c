import type { Decision } from "@hemvist/rules";

/** A decision has come in: parsed, hashed, the person's pseudonym and what it refers to looked up. */
export interface Incoming {
  readonly decision: Decision;
  readonly contentHash: string;
  readonly personKey: string;
  /** The pseudonym of the case number. Absent where no decision is looked up by it, as in a report from files. */
  readonly caseKey?: string;
  /** The pseudonym of the number or reference that `person.replaces` names. */
  readonly formerPersonKey?: string;
  /** The assignments that its interventions follow, by id, where any does; one that is not in it does not exist. */
  readonly followed?: ReadonlyMap<string, FollowedAssignment>;
}

/** An assignment that an intervention follows, as its own decision knows it. */
export interface FollowedAssignment {
  readonly provider: string;
  /** The pseudonyms that its person has or has had. */
  readonly personKeys: readonly string[];
}
