import type { Background } from "./background.ts";
import type { CivilDate, Decision, Intervention } from "./decision.ts";
import type { Model } from "./model.ts";
import { place } from "./place.ts";
import type { Placement } from "./placement.ts";
import type { Facts, PlacedIntervention } from "./rule.ts";

interface Circumstances {
  readonly model: Model;
  readonly receivedOn: CivilDate;
  readonly background?: Background;
}

/**
 * What the rules look at: a decision with its interventions placed. Each field is named, also one that the decision
 * leaves out. So all facts have one shape, and V8 compiles each rule for that shape alone.
 */
export function toFacts(decision: Decision, { model, receivedOn, background = {} }: Circumstances): Facts {
  return {
    decisionId: decision.decisionId,
    revision: decision.revision,
    administration: decision.administration,
    caseNumber: decision.caseNumber,
    decidedOn: decision.decidedOn,
    validFrom: decision.validFrom,
    validTo: decision.validTo,
    citation: decision.citation,
    person: decision.person,
    basicDecision: decision.basicDecision,
    assessment: decision.assessment,
    employmentServiceConsultation: decision.employmentServiceConsultation,
    workPlan: decision.workPlan,
    parallelAgreement: decision.parallelAgreement,
    revocation: decision.revocation,
    interventions: decision.interventions.map((intervention, index) =>
      placed(intervention, place(intervention, { decision, model, background }), `/interventions/${index}`),
    ),
    model,
    receivedOn,
    background,
  };
}

const placed = (intervention: Intervention, placement: Placement, pointer: string): PlacedIntervention => ({
  interventionId: intervention.interventionId,
  subArea: intervention.subArea,
  from: intervention.from,
  to: intervention.to,
  decidedOn: intervention.decidedOn,
  service: intervention.service,
  follows: intervention.follows,
  contact: intervention.contact,
  placement,
  pointer,
});
