import { modelInForce, noModelInForce } from "../rules/model-in-force.ts";
import { rulesFor, tried } from "./applicable-rules.ts";
import type { Background } from "./background.ts";
import type { CivilDate, Decision } from "./decision.ts";
import { toFacts } from "./facts.ts";
import type { Finding, Judgement, TriedRule } from "./judgement.ts";
import { modelInForceOn } from "./models.ts";
import type { Municipality } from "./municipality.ts";
import type { Breach, Rule } from "./rule.ts";

interface Circumstances {
  /** The municipality whose models judge. */
  readonly municipality: Municipality;
  readonly receivedOn: CivilDate;
  readonly background?: Background;
}

/**
 * Judges a decision and places its interventions, by the model in force on the day it was made.
 *
 * Total and deterministic: one judgement for every decision, whatever the host, its clock, locale or time zone.
 * `receivedOn` is the civil date on which hemvist received it. `background` is what the caller knows beyond its
 * message.
 */
export function classify(
  decision: Decision,
  { municipality, receivedOn, background = {} }: Circumstances,
): Judgement {
  const model = modelInForceOn(municipality, decision.decidedOn);
  if (model === undefined) return judgedByNoModel(decision, municipality);

  const facts = toFacts(decision, { model, receivedOn, background });
  const findings: Finding[] = [];
  const triedRules: TriedRule[] = [];
  for (const { rule, appliesTo, breaches: breachesIn, held, broken } of rulesFor(facts)) {
    if (!appliesTo(facts)) continue;

    const breaches = breachesIn(facts);
    triedRules.push(breaches.length === 0 ? held : broken);
    for (const breach of breaches) findings.push(finding(rule, breach, decision));
  }

  return {
    outcome: findings.some(({ severity }) => severity === "must") ? "returned" : "assigned",
    legalBasis: decision.citation.legalBasis,
    model: model.name,
    placements: facts.interventions.map(({ placement }) => placement),
    findings,
    triedRules,
  };
}

/** Without a model there is no matrix to place by and no other rule to try. */
function judgedByNoModel(decision: Decision, { models }: Municipality): Judgement {
  const breach = noModelInForce(decision, models);
  return {
    outcome: "returned",
    legalBasis: decision.citation.legalBasis,
    placements: [],
    findings: [finding(modelInForce, breach, decision)],
    triedRules: [tried(modelInForce, false)],
  };
}

function finding({ id, severity, source, sourceIn }: Rule, breach: Breach, { citation }: Decision): Finding {
  return { rule: id, severity, ...breach, source: sourceIn?.[citation.act] ?? source };
}
