import type { Rule } from "../../engine/rule.ts";
import { basicDecisionNamed } from "../../rules/basic-decision-named.ts";
import { decidedWhenReceived } from "../../rules/decided-when-received.ts";
import { employmentServiceConsulted } from "../../rules/employment-service-consulted.ts";
import { endedStaysEnded } from "../../rules/ended-stays-ended.ts";
import { followUpPlanned } from "../../rules/follow-up-planned.ts";
import { followsKnown } from "../../rules/follows-known.ts";
import { healthComplements } from "../../rules/health-complements.ts";
import { interventionDecidedInOrder } from "../../rules/intervention-decided-in-order.ts";
import { interventionWithinDecision } from "../../rules/intervention-within-decision.ts";
import { legalBasisInForce } from "../../rules/legal-basis-in-force.ts";
import { modelInForce } from "../../rules/model-in-force.ts";
import { needsJobOrCompetence } from "../../rules/needs-job-or-competence.ts";
import { needsSocialOrHealth } from "../../rules/needs-social-or-health.ts";
import { noSuitableLabourMarketMeasure } from "../../rules/no-suitable-labour-market-measure.ts";
import { parallelAgreed } from "../../rules/parallel-agreed.ts";
import { periodInOrder } from "../../rules/period-in-order.ts";
import { providerAvailable } from "../../rules/provider-available.ts";
import { revocationWithinDecision } from "../../rules/revocation-within-decision.ts";
import { samePerson } from "../../rules/same-person.ts";
import { serviceInCatalogue } from "../../rules/service-in-catalogue.ts";
import { timeLimited } from "../../rules/time-limited.ts";
import { unemployed } from "../../rules/unemployed.ts";
import { withinThreeYears } from "../../rules/within-three-years.ts";
import { workAbilityUnclearOrLater } from "../../rules/work-ability-unclear-or-later.ts";
import { workPlanWithParticipation } from "../../rules/work-plan-with-participation.ts";

/** The rules, in the order in which they are tried and the answer lists their findings. */
export const rules: readonly Rule[] = [
  modelInForce,
  legalBasisInForce,
  decidedWhenReceived,
  periodInOrder,
  interventionWithinDecision,
  interventionDecidedInOrder,
  timeLimited,
  basicDecisionNamed,
  unemployed,
  needsJobOrCompetence,
  withinThreeYears,
  workPlanWithParticipation,
  employmentServiceConsulted,
  noSuitableLabourMarketMeasure,
  workAbilityUnclearOrLater,
  needsSocialOrHealth,
  healthComplements,
  parallelAgreed,
  samePerson,
  endedStaysEnded,
  revocationWithinDecision,
  followsKnown,
  serviceInCatalogue,
  providerAvailable,
  followUpPlanned,
];
