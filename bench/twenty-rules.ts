import {
  actInForceOn,
  type Background,
  type CivilDate,
  classify,
  type Decision,
  dateAfter,
  type Facts,
} from "@hemvist/rules";
import { agreementInForce } from "../packages/rules/engine/agreement.ts";
import { overlap } from "../packages/rules/engine/calendar/period.ts";
import { serviceFor } from "../packages/rules/engine/offer.ts";
import { aDecision, anAssessment, anIntervention, aWorkPlan, under111 } from "../test/support/a-decision.ts";
import { factsOf } from "../test/support/a-facts.ts";
import { goteborg } from "../test/support/goteborg.ts";

export const receivedOn: CivilDate = "2026-11-02";

const followed = "sf-centrum.SFC-2025-001200.1";

/** What stands of the assignment that the decision follows. */
export const background: Background = {
  followed: new Map([[followed, { provider: "kompetenscenter", samePerson: true }]]),
};

const traineeship = anIntervention({ decidedOn: "2026-11-02", follows: followed });
const diet = anIntervention({
  interventionId: "2",
  subArea: "health.diet-exercise",
  to: "2027-02-09",
  service: "kc-friskvard",
});

/** The contract's sample, with what makes all twenty rules of a 12:4 decision's first revision apply to it. */
export const judged: Decision = aDecision({ interventions: [traineeship, diet] });

/** The rules that hemvist says do not hold. */
export const brokenRules = (decision: Decision): ReadonlySet<string> =>
  new Set(
    classify(decision, { municipality: goteborg, receivedOn, background }).findings.map(({ rule }) => rule),
  );

const day = (date: CivilDate | undefined): number =>
  date === undefined ? -1 : Date.parse(date) / 86_400_000;

/** Later than any day that a decision can have. */
const noLastDay = 10_000_000;

/** Nothing was decided under the old Act before it was there. */
export const oldActFrom = day("2002-01-01");

/**
 * What a rules engine is asked about. It gets more ready made than hemvist does: interventions are placed, dates are
 * numbers of days (-1 where there is none), and what takes a look-up in the model is looked up. So its time is only
 * that of its own conditions.
 */
export function readyMadeFacts(decision: Decision) {
  const facts = factsOf(decision, { receivedOn, background });
  const { interventions, model, basicDecision, workPlan, assessment } = facts;
  const agreement = agreementInForce(facts);
  return {
    decisionId: decision.decisionId,
    decidedOn: day(decision.decidedOn),
    receivedOn: day(receivedOn),
    modelFrom: day(model.validFrom),
    citedAct: decision.citation.act,
    actThen: actInForceOn(decision.decidedOn),
    validFrom: day(decision.validFrom),
    lastDay: decision.validTo === undefined ? noLastDay : day(decision.validTo),
    hasLastDay: decision.validTo !== undefined,
    basicDecisionId: basicDecision?.decisionId ?? "",
    basicDecidedOn: day(basicDecision?.decidedOn),
    basicLegalBasis: basicDecision?.citation.legalBasis ?? "",
    basicAct: basicDecision?.citation.act ?? "",
    basicActThen: basicDecision === undefined ? "" : actInForceOn(basicDecision.decidedOn),
    unemployment: assessment.unemployment,
    isMeasureRefused: assessment.labourMarketMeasureAvailable === false,
    expectedBy: day(assessment.expectedInWorkOrStudiesBy),
    horizonEnds: day(dateAfter(decision.decidedOn, model.intervals.horizon)),
    workPlanOn: day(workPlan?.establishedOn),
    participationRequired: workPlan?.participationRequired ?? false,
    followUpOn: day(workPlan?.nextFollowUpOn),
    consultedOn: day(decision.employmentServiceConsultation?.heldOn),
    isAgreementNamed: decision.parallelAgreement !== undefined,
    isAgreementInForce: agreement !== undefined,
    agreementSubAreas: [...(agreement?.subAreas ?? [])],
    parallelSubAreas: interventions
      .filter(({ placement }) => placement.parallel)
      .map(({ subArea }) => subArea),
    parallelCount: interventions.filter(({ placement }) => placement.parallel).length,
    areas: interventions.map(({ placement }) => placement.area),
    froms: interventions.map(({ from }) => day(from)),
    tos: interventions.map(({ to }) => day(to)),
    lengths: interventions.map(({ from, to }) => day(to) - day(from)),
    decidedOns: interventions.flatMap(({ decidedOn }) => (decidedOn === undefined ? [] : [day(decidedOn)])),
    companions: companionsIn(facts),
    servicesOffered: servicesOffered(facts),
    followsSame: interventions.flatMap(({ follows }) =>
      follows === undefined ? [] : [background.followed?.get(follows)?.samePerson === true],
    ),
    providersFound: interventions.map(({ placement }) => placement.provider !== undefined),
  };
}

export type ReadyMadeFacts = ReturnType<typeof readyMadeFacts>;

/** Of each of Arbvux's health interventions: how many job-focused or competence-raising ones go on beside it. */
const companionsIn = ({ interventions }: Facts): readonly number[] =>
  interventions
    .filter(({ placement }) => placement.area === "health" && placement.carriedOutBy === "arbvux")
    .map(
      (health) =>
        interventions.filter(
          (other) => ["job", "competence"].includes(other.placement.area) && overlap(health, other),
        ).length,
    );

const servicesOffered = ({ interventions, model }: Facts): readonly boolean[] =>
  interventions
    .filter(({ service }) => service !== undefined)
    .map(
      (intervention) =>
        serviceFor({ model, intervention, side: intervention.placement.carriedOutBy }) !== undefined,
    );

/**
 * The decision, and it with one thing changed for each of the rules, so that each is seen not to hold. All but
 * `model-in-force`: without a model there are no facts to ask about.
 */
export const variants: readonly Decision[] = [
  judged,
  aDecision({ ...judged, decidedOn: "2025-06-02" }),
  aDecision({ ...judged, decidedOn: "2026-11-03" }),
  aDecision({ ...judged, validTo: "2026-11-01" }),
  aDecision({ ...judged, validTo: undefined }),
  aDecision({ ...judged, interventions: [anIntervention({ to: "2028-05-09" }), diet] }),
  aDecision({ ...judged, interventions: [anIntervention({ to: "2026-11-08" }), diet] }),
  aDecision({ ...judged, interventions: [anIntervention({ decidedOn: "2026-11-01" }), diet] }),
  aDecision({ ...judged, interventions: [anIntervention({ decidedOn: "2026-11-03" }), diet] }),
  aDecision({ ...judged, basicDecision: undefined }),
  aDecision({
    ...judged,
    basicDecision: { decisionId: judged.decisionId, decidedOn: "2026-09-01", citation: under111 },
  }),
  aDecision({ ...judged, assessment: anAssessment({ unemployment: "none" }) }),
  aDecision({ ...judged, interventions: [diet] }),
  aDecision({ ...judged, assessment: anAssessment({ expectedInWorkOrStudiesBy: "2029-11-03" }) }),
  aDecision({ ...judged, assessment: anAssessment({ expectedInWorkOrStudiesBy: undefined }) }),
  aDecision({ ...judged, workPlan: undefined }),
  aDecision({ ...judged, workPlan: aWorkPlan({ participationRequired: false }) }),
  aDecision({ ...judged, workPlan: aWorkPlan({ nextFollowUpOn: undefined }) }),
  aDecision({ ...judged, employmentServiceConsultation: undefined }),
  aDecision({ ...judged, employmentServiceConsultation: { heldOn: "1900-01-01" } }),
  aDecision({ ...judged, assessment: anAssessment({ labourMarketMeasureAvailable: true }) }),
  aDecision({ ...judged, interventions: [anIntervention({ from: "2027-03-01" }), diet] }),
  aDecision({ ...judged, parallelAgreement: "SOB-EXEMPEL-0" }),
  aDecision({ ...judged, parallelAgreement: "SOB-EXEMPEL-1" }),
  aDecision({ ...judged, interventions: [traineeship, anIntervention({ subArea: "social.networks" })] }),
  aDecision({ ...judged, interventions: [anIntervention({ follows: "sf-centrum.other.1" }), diet] }),
  aDecision({ ...judged, interventions: [anIntervention({ service: "kc-friskvard" }), diet] }),
  aDecision({ ...judged, interventions: [anIntervention({ from: "2022-06-01" }), diet] }),
];
