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

/** The rules of the model that apply to a decision, in the model's order. */
export function rulesFor(facts: Facts): readonly Rule[] {
  const { model, revocation } = facts;
  return model.rules.filter(
    (rule) => (revocation === undefined || rulesOfARevocation.has(rule.id)) && rule.appliesTo(facts),
  );
}
