import type { Background, Decision } from "@hemvist/rules";

/** A decision has come in: parsed, hashed, the person's pseudonym and what it refers to looked up. */
export interface Incoming {
  readonly decision: Decision;
  readonly contentHash: string;
  readonly personKey: string;
  /** The pseudonym of the number or reference that `person.replaces` names. */
  readonly formerPersonKey?: string;
  /** The assignments that its interventions follow, where any does. */
  readonly followed?: Background["followed"];
}
