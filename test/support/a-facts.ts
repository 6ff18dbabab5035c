import { type Decision, type Facts, type Model, modelInForceOn, type Rule, toFacts } from "@hemvist/rules";

interface Circumstances {
  readonly receivedOn?: string;
  readonly model?: Model;
}

/** What a rule looks at: by default, the decision is received on its own day and judged by the model of it. */
export function factsOf(decision: Decision, { receivedOn, model }: Circumstances = {}): Facts {
  const judgedBy = model ?? modelInForceOn(decision.decidedOn);
  if (judgedBy === undefined) throw new Error(`No model is in force on ${decision.decidedOn}`);

  return toFacts(decision, { model: judgedBy, receivedOn: receivedOn ?? decision.decidedOn });
}

/** The pointers at which a rule does not hold, or that it was never asked. */
export function failures(
  rule: Rule,
  decision: Decision,
  circumstances?: Circumstances,
): readonly string[] | "does not apply" {
  const facts = factsOf(decision, circumstances);
  return rule.appliesTo(facts) ? rule.breaches(facts).map(({ pointer }) => pointer) : "does not apply";
}

/** What the first breach says, in English, of what would have to be otherwise. */
export function remedy(rule: Rule, decision: Decision, circumstances?: Circumstances): string | undefined {
  return rule.breaches(factsOf(decision, circumstances))[0]?.wouldHoldIf.en;
}
