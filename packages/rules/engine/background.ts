import type { CivilDate, Decision } from "./decision.ts";

/** What the caller knows about a decision beyond its own message. */
export interface Background {
  /** What stands when a later revision comes. Absent for a first revision, and in a check without a store. */
  readonly standing?: Standing;
  /**
   * The assignments that the decision's interventions follow, by assignment id. An id that is missing here was looked
   * up and not found. Absent if the caller looked up nothing, as in a check without a store.
   */
  readonly followed?: ReadonlyMap<string, Followed>;
}

/** What stands of a decision when a later revision comes. */
export interface Standing {
  /** The newest revision that was assigned. */
  readonly decision: Decision;
  /** `decidedOn` of the first revision that was assigned. */
  readonly firstDecidedOn: CivilDate;
  /** The interventions whose assignments are `rejected`, `failed` or `completed`. */
  readonly endedInterventions: ReadonlySet<string>;
  /** Which provider has each assignment, by the id of its intervention. */
  readonly providers: ReadonlyMap<string, string>;
}

/** An assignment that an intervention follows. */
export interface Followed {
  readonly provider: string;
  readonly samePerson: boolean;
}
