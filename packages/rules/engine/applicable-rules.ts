import type { Facts, Rule } from "./rule.ts";

/**
 * A revocation grants nothing, so no rule about entitlement may block it. It is tried by what makes it a revocation of
 * this decision: made under a model, not dated ahead, about the same person, on a day that the decision has. Ours.
 */
const rulesOfARevocation: ReadonlySet<string> = new Set([
  "model-in-force",
  "decided-when-received",
  "same-person",
  "revocation-within-decision",
]);

/** The rules of the model that a decision is tried by, in the model's order. */
export function rulesFor(facts: Facts): readonly Rule[] {
  const { model, revocation } = facts;
  return model.rules.filter(
    (rule) => (revocation === undefined || rulesOfARevocation.has(rule.id)) && rule.appliesTo(facts),
  );
}
