import type { Facts, Rule } from "./rule.ts";

/**
 * A revision with a revocation ends the decision and decides nobody's right, so nothing that is asked of
 * somebody's right may hold it up. It must only have been made under a model, and not be dated ahead. Ours.
 */
const rulesOfARevocation: ReadonlySet<string> = new Set(["model-in-force", "decided-when-received"]);

/** The rules of the model that a decision is tried by, in the model's order. */
export function rulesFor(facts: Facts): readonly Rule[] {
  const { model, revocation } = facts;
  return model.rules.filter((rule) =>
    revocation === undefined ? rule.appliesTo(facts) : rulesOfARevocation.has(rule.id),
  );
}
