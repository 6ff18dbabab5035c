import { ZenDecisionContent, ZenEngine } from "@gorules/zen-engine";
import { oldActFrom } from "../twenty-rules.ts";
import type { RulesEngine } from "./rules-engine.ts";

/**
 * zen-engine: a JSON decision model with one expression node, an expression per rule. Written as its documentation
 * shows, with the content compiled once: https://docs.gorules.io/developers/sdks/nodejs
 */
export function zenEngine(): RulesEngine {
  const engine = new ZenEngine();
  const decision = engine.createDecision(new ZenDecisionContent(model));
  return {
    name: "zen-engine",
    async broken(facts) {
      const { result } = await decision.evaluate(facts);
      return new Set(ids.filter((id) => result[keyOf(id)] !== true));
    },
  };
}

/** A key of an expression node is a name, which has no hyphen. */
const keyOf = (id: string): string => id.replaceAll("-", "_");

const expressions: Readonly<Record<string, string>> = {
  "model-in-force": "decidedOn >= modelFrom",
  "legal-basis-in-force": "citedAct == actThen",
  "decided-when-received": "decidedOn <= receivedOn",
  "period-in-order": "lastDay >= validFrom and all(lengths, # >= 0)",
  "intervention-within-decision":
    "all(froms, # >= validFrom and # <= lastDay) and all(tos, # >= validFrom and # <= lastDay)",
  "intervention-decided-in-order": "all(decidedOns, # >= decidedOn and # <= receivedOn)",
  "time-limited": "hasLastDay",
  "basic-decision-named": `basicDecisionId != "" and basicDecisionId != decisionId and basicLegalBasis == "sol-12-1" and basicAct == basicActThen and basicDecidedOn >= ${oldActFrom} and basicDecidedOn <= decidedOn`,
  unemployed: 'unemployment != "none"',
  "needs-job-or-competence": 'some(areas, # in ["job", "competence"])',
  "within-three-years": "expectedBy >= decidedOn and expectedBy <= horizonEnds",
  "work-plan-with-participation": `workPlanOn >= ${oldActFrom} and workPlanOn <= decidedOn and participationRequired`,
  "employment-service-consulted": `consultedOn >= ${oldActFrom} and consultedOn <= decidedOn`,
  "no-suitable-labour-market-measure": "isMeasureRefused",
  "health-complements": "all(companions, # >= 1)",
  "parallel-agreed":
    "isAgreementInForce ? all(parallelSubAreas, # in agreementSubAreas) : (not isAgreementNamed and parallelCount == 0)",
  "follows-known": "all(followsSame, # == true)",
  "service-in-catalogue": "all(servicesOffered, # == true)",
  "provider-available": "all(providersFound, # == true)",
  "follow-up-planned": "followUpOn >= validFrom and followUpOn <= lastDay",
};

const ids = Object.keys(expressions);

const model = {
  nodes: [
    { id: "in", type: "inputNode", name: "Request" },
    {
      id: "rules",
      type: "expressionNode",
      name: "Rules",
      content: { expressions: ids.map((id) => ({ id, key: keyOf(id), value: expressions[id] })) },
    },
    { id: "out", type: "outputNode", name: "Response" },
  ],
  edges: [
    { id: "1", type: "edge", sourceId: "in", targetId: "rules" },
    { id: "2", type: "edge", sourceId: "rules", targetId: "out" },
  ],
};
