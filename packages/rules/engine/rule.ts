import type { Background } from "./background.ts";
import type { Act } from "./citations/citation.ts";
import type { CivilDate, Decision, Intervention } from "./decision.ts";
import type { Model } from "./model.ts";
import type { Placement } from "./placement.ts";

export interface Bilingual {
  readonly sv: string;
  readonly en: string;
}

/**
 * The sentence a rule enforces, word for word, and where it stands. Where no governing text says it, the
 * document is `hemvist`, and the sentence our own.
 */
export interface Source {
  readonly document: string;
  readonly quote: string;
}

/** `must`: hemvist returns the decision. `should`: it goes on, and SF gets the finding. */
export const severities = ["must", "should"] as const;

export type Severity = (typeof severities)[number];

/** Has every field, and `undefined` for each that is left out. */
type Whole<Thing> = { readonly [Field in keyof Required<Thing>]: Thing[Field] };

/** An intervention, its placement, and its place in the decision as sent. */
export interface PlacedIntervention extends Whole<Intervention> {
  readonly placement: Placement;
  /** `/interventions/0` for the first. */
  readonly pointer: string;
}

/** Everything that a rule may look at: the decision, the model, and the placement of its interventions. */
export interface Facts extends Whole<Omit<Decision, "interventions">> {
  readonly model: Model;
  /** The civil date on which hemvist received it. */
  readonly receivedOn: CivilDate;
  readonly background: Background;
  readonly interventions: readonly PlacedIntervention[];
}

/** One place where a rule does not hold. */
export interface Breach {
  /** JSON pointer (RFC 6901) into the decision as sent, e.g. `/interventions/0/to`. */
  readonly pointer: string;
  readonly message: Bilingual;
  readonly wouldHoldIf: Bilingual;
}

/** A rule of the model: one sentence of a governing text, as a test with a yes or a no. */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  readonly source: Source;
  /** The source for a decision under one of the Acts, if it is not `source`. */
  readonly sourceIn?: Readonly<Partial<Record<Act, Source>>>;
  /** The field it looks at, as a JSON pointer; `*` stands for each element of a list. */
  readonly concerns: string;
  readonly appliesTo: (facts: Facts) => boolean;
  /** Where it does not hold; empty when it holds. */
  readonly breaches: (facts: Facts) => readonly Breach[];
}
