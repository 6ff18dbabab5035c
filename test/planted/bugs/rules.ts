import type { Bug } from "../bug.ts";

/** What the model says of a decision. */
export const rules: readonly Bug[] = [
  {
    name: "a neighbour's newer model",
    why: "Another municipality's model is added, begins to hold later, and judges Göteborg's decisions.",
    file: "packages/rules/models/models.ts",
    find: "if (model.municipality !== whose) continue;",
    replace: "",
    suite: "unit",
  },
  {
    name: "judged by the newer model",
    why: "A decision that waited over a change of model is judged by rules that did not hold when it was made.",
    file: "packages/rules/classify.ts",
    find: "modelInForceOn(decision.decidedOn, models)",
    replace: "modelInForceOn(receivedOn, models)",
    suite: "unit",
  },
  {
    name: "received by Greenwich",
    why: "What SF decides and sends just after midnight in summer is returned as dated ahead.",
    file: "packages/casework/receive.ts",
    find: "receivedOn: civilDateAt(cause.at)",
    replace: "receivedOn: cause.at.slice(0, 10)",
    suite: "unit",
  },
  {
    name: "a model from its second day",
    why: "A decision of the day on which a model begins to hold is judged by the one before it.",
    file: "packages/rules/models/models.ts",
    find: "model.validFrom <= date &&",
    replace: "model.validFrom < date &&",
    suite: "unit",
  },
  {
    name: "consulted at any time",
    why: "A 12:4 decision goes through although Arbetsförmedlingen was consulted only after it.",
    file: "packages/rules/rules/employment-service-consulted.ts",
    find: "heldOn !== undefined && heldOn <= decidedOn",
    replace: "heldOn !== undefined",
    suite: "unit",
  },
  {
    name: "the last day left out",
    why: "An intervention on a decision's last day is returned, though it lies within it.",
    file: "packages/rules/period.ts",
    find: "to === undefined || date <= to",
    replace: "to === undefined || date < to",
    suite: "unit",
  },
  {
    name: "a companion at another time",
    why: "Arbvux gets a health intervention that nothing it carries out goes beside.",
    file: "packages/rules/rules/health-complements.ts",
    find: `other.placement.area === "competence") && overlap(health, other)`,
    replace: `other.placement.area === "competence") && health.to >= other.from`,
    suite: "unit",
  },
  {
    name: "placed by the wrong lane",
    why: "What both may carry out goes to Arbvux under a basic decision, and to SF under 12:4.",
    file: "packages/rules/place.ts",
    find: `return isBasic(citation) ? "sf" : "arbvux";`,
    replace: `return isBasic(citation) ? "arbvux" : "sf";`,
    suite: "unit",
  },
];
