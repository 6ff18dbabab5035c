import {
  type Background,
  type Decision,
  type Facts,
  type Model,
  modelInForceOn,
  type Rule,
  type Standing,
  toFacts,
} from "@hemvist/rules";
import { goteborg } from "./goteborg.ts";

interface Circumstances {
  readonly receivedOn?: string;
  readonly model?: Model;
  readonly background?: Background;
}

/** What a rule looks at: by default, the decision is received on its own day and judged by the model of it. */
export function factsOf(
  decision: Decision,
  { receivedOn, model, background = {} }: Circumstances = {},
): Facts {
  const judgedBy = model ?? modelInForceOn(goteborg, decision.decidedOn);
  if (judgedBy === undefined) throw new Error(`No model is in force on ${decision.decidedOn}`);

  return toFacts(decision, { model: judgedBy, receivedOn: receivedOn ?? decision.decidedOn, background });
}

/** What stands when a later revision comes: a decision that was assigned, and nothing of it has ended. */
export const standing = (decision: Decision, changes: Partial<Standing> = {}): Background => ({
  standing: {
    decision,
    firstDecidedOn: decision.decidedOn,
    endedInterventions: new Set(),
    providers: new Map(),
    ...changes,
  },
});

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
