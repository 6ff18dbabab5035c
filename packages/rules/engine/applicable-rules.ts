import type { TriedRule } from "./judgement.ts";
import type { Model } from "./model.ts";
import { remembered } from "./remembered.ts";
import type { Facts, Rule } from "./rule.ts";

/**
 * A revocation grants nothing, so no rule about entitlement may block it. Only four rules apply: a model was in force,
 * its date is not in the future, it concerns the same person, and its day lies within the decision. This is ours.
 */
const rulesOfARevocation: ReadonlySet<string> = new Set([
  "model-in-force",
  "decided-when-received",
  "same-person",
  "revocation-within-decision",
]);

/** A rule, and what the trace says of it. */
export interface TraceableRule extends Pick<Rule, "appliesTo" | "breaches"> {
  readonly rule: Rule;
  readonly held: TriedRule;
  readonly broken: TriedRule;
}

/** What the trace says of a rule is the same for every decision, so it is written once for each model. */
const traceable = remembered(
  ({ rules }: Model) => {
    const all = rules.map(withTrace);
    return { all, ofARevocation: all.filter(({ rule }) => rulesOfARevocation.has(rule.id)) };
  },
  { most: 100 },
);

const withTrace = (rule: Rule): TraceableRule => ({
  rule,
  appliesTo: rule.appliesTo,
  breaches: rule.breaches,
  held: tried(rule, true),
  broken: tried(rule, false),
});

export const tried = ({ id, severity, concerns }: Rule, holds: boolean): TriedRule => ({
  rule: id,
  severity,
  holds,
  concerns,
});

/** The rules of the model to try on a decision, in the model's order. Each says itself whether it applies. */
export function rulesFor({ model, revocation }: Facts): readonly TraceableRule[] {
  const { all, ofARevocation } = traceable(model);
  return revocation === undefined ? all : ofARevocation;
}
