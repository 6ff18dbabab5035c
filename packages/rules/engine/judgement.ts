import type { LegalBasis } from "./citations/citation.ts";
import type { Placement } from "./placement.ts";
import type { Breach, Severity, Source } from "./rule.ts";

/** A rule that does not hold, in one place, with what must change. */
export interface Finding extends Breach {
  readonly rule: string;
  readonly severity: Severity;
  readonly source: Source;
}

/** A rule that was tried, whether it held, and what it looked at. */
export interface TriedRule {
  readonly rule: string;
  readonly severity: Severity;
  readonly holds: boolean;
  readonly concerns: string;
}

export const outcomes = ["assigned", "returned"] as const;

/** The judgement by the model in force. There is exactly one for every decision. */
export interface Judgement {
  readonly outcome: (typeof outcomes)[number];
  readonly legalBasis: LegalBasis;
  /** The model's name; absent only when none was in force. */
  readonly model?: string;
  /**
   * One per intervention, in the decision's order. A returned or revoked decision has them too, because they explain
   * it. Empty only when no model was in force.
   */
  readonly placements: readonly Placement[];
  readonly findings: readonly Finding[];
  readonly triedRules: readonly TriedRule[];
}
