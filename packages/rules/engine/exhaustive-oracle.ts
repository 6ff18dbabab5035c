import type { Background } from "./background.ts";
import type { CivilDate, Decision, Intervention, Person, SubAreaCode } from "./decision.ts";

// The contract's table of rules, written a second time. The exhaustive test compares the rules with it. It shares only
// the types with them. Read it beside the contract.

type Lane = readonly string[];

const lanes: Readonly<Record<"12:4" | "basic", { readonly own: Lane; readonly other: Lane }>> = {
  "12:4": {
    own: [
      "job.",
      "competence.",
      "health.diet-exercise",
      "health.assessment-treatment",
      "health.mental-physical",
    ],
    other: ["social.", "health.substance-use"],
  },
  basic: {
    own: ["social.", "health.", "competence.adapted-support"],
    other: ["job.", "competence.general", "competence.vocational", "competence.adapted-learning"],
  },
};

const agreements: Readonly<Record<string, { from: string; to: string; subAreas: readonly SubAreaCode[] }>> = {
  "SOB-EXEMPEL-1": {
    from: "2025-07-01",
    to: "9999-12-31",
    subAreas: ["competence.general", "competence.adapted-learning", "job.market-knowledge", "job.coaching"],
  },
  "SOB-EXEMPEL-2": {
    from: "2025-07-01",
    to: "2026-06-30",
    subAreas: ["social.everyday-life", "social.networks"],
  },
  "SOB-EXEMPEL-3": {
    from: "2026-01-01",
    to: "9999-12-31",
    subAreas: ["social.everyday-life", "social.coordination", "health.substance-use"],
  },
};

const services: Readonly<Record<string, { subArea: SubAreaCode; to: string; provider: string }>> = {
  "kc-friskvard": { subArea: "health.diet-exercise", to: "9999-12-31", provider: "kompetenscenter" },
  "kc-praktik": { subArea: "job.traineeship", to: "9999-12-31", provider: "kompetenscenter" },
  "ama-yrkesintro": {
    subArea: "competence.vocational",
    to: "9999-12-31",
    provider: "arbetsmarknadsanstallning",
  },
  "kc-datakurs": { subArea: "competence.general", to: "2026-06-30", provider: "kompetenscenter" },
};

/** The rules that the contract says do not hold, in the order of its table. */
export function failedRules(
  decision: Decision,
  receivedOn: CivilDate,
  { standing, followed }: Background = {},
): readonly string[] {
  const { decidedOn, citation, validFrom, validTo, basicDecision, assessment, workPlan, interventions } =
    decision;
  if (decidedOn < "2024-01-12") return ["model-in-force"];

  const failed: string[] = [];
  const fails = (rule: string, whenever: boolean) => {
    if (whenever) failed.push(rule);
  };
  const lastDay = validTo ?? "9999-12-31";

  const isAnotherPerson =
    standing !== undefined &&
    idOf(decision.person) !== idOf(standing.decision.person) &&
    !(decision.person.protectedIdentity && !standing.decision.person.protectedIdentity) &&
    !("replaces" in decision.person && decision.person.replaces === idOf(standing.decision.person));

  if (decision.revocation) {
    const { on } = decision.revocation;
    const first = standing?.firstDecidedOn ?? (decision.revision > 1 ? "0000-01-01" : decidedOn);
    fails("decided-when-received", receivedOn < decidedOn);
    fails("same-person", isAnotherPerson);
    fails(
      "revocation-within-decision",
      on < first || on > lastDay || on > (standing?.decision.validTo ?? "9999-12-31"),
    );
    return failed;
  }

  fails("legal-basis-in-force", !rightAct(citation.act, decidedOn));
  fails("decided-when-received", receivedOn < decidedOn);
  fails("period-in-order", lastDay < validFrom || interventions.some(({ from, to }) => to < from));
  fails(
    "intervention-within-decision",
    interventions.some(
      ({ from, to }) => from < validFrom || from > lastDay || to < validFrom || to > lastDay,
    ),
  );
  const firstKnown = standing?.firstDecidedOn ?? (decision.revision > 1 ? "0000-01-01" : decidedOn);
  const earliest = firstKnown < decidedOn ? firstKnown : decidedOn;
  fails(
    "intervention-decided-in-order",
    interventions.some((one) => one.decidedOn && (one.decidedOn < earliest || one.decidedOn > receivedOn)),
  );
  if (citation.legalBasis === "sol-12-4") {
    const consulted = decision.employmentServiceConsultation?.heldOn;
    const expected = assessment.expectedInWorkOrStudiesBy;
    const followUp = workPlan?.nextFollowUpOn;

    fails("time-limited", lastDay === "9999-12-31");
    fails(
      "basic-decision-named",
      basicDecision?.citation.legalBasis !== "sol-12-1" ||
        basicDecision.decisionId === decision.decisionId ||
        !rightAct(basicDecision.citation.act, basicDecision.decidedOn) ||
        basicDecision.decidedOn > decidedOn ||
        basicDecision.decidedOn < "2002-01-01",
    );
    fails("unemployed", assessment.unemployment === "none");
    fails("needs-job-or-competence", !interventions.some(isJobOrCompetence));
    fails("within-three-years", !expected || expected < decidedOn || expected > threeYearsAfter(decidedOn));
    fails(
      "work-plan-with-participation",
      !workPlan ||
        workPlan.establishedOn > decidedOn ||
        workPlan.establishedOn < "2002-01-01" ||
        !workPlan.participationRequired,
    );
    fails("employment-service-consulted", !consulted || consulted > decidedOn || consulted < "2002-01-01");
    fails("no-suitable-labour-market-measure", assessment.labourMarketMeasureAvailable !== false);
    fails(
      "health-complements",
      interventions.some((one) => lacksCompanion(one, interventions)),
    );
    fails("follow-up-planned", !followUp || followUp < validFrom || followUp > lastDay);
  } else {
    fails(
      "work-ability-unclear-or-later",
      assessment.workAbility === "established" && !assessment.needsInvestigationOrRehabilitation,
    );
    fails(
      "needs-social-or-health",
      !interventions.some((one) => isAgreed(one, decision)) &&
        !interventions.some(({ subArea }) => subArea.startsWith("social.") || subArea.startsWith("health.")),
    );
  }
  fails(
    "parallel-agreed",
    (decision.parallelAgreement !== undefined && !isInForce(decision)) ||
      interventions.some((one) => !isOwnLane(one, decision) && !isAgreed(one, decision)),
  );
  fails("same-person", isAnotherPerson);
  fails(
    "ended-stays-ended",
    interventions.some(
      (one) =>
        standing?.endedInterventions.has(one.interventionId) &&
        !standing.decision.interventions.some((before) => asked(before) === asked(one)),
    ),
  );
  fails(
    "follows-known",
    followed !== undefined &&
      interventions.some(({ follows }) => follows !== undefined && !followed.get(follows)?.samePerson),
  );
  fails(
    "service-in-catalogue",
    interventions.some((one) => one.service && !isOffered(one, decision)),
  );
  fails(
    "provider-available",
    interventions.some((one) => carriedOutBy(one, decision) === "arbvux" && one.from < "2022-07-01"),
  );
  return failed;
}

/** Who the contract says takes an intervention, for one that begins when Arbvux has begun to. */
export function expectedProvider(
  intervention: Intervention,
  decision: Decision,
  { followed }: Background = {},
): string {
  if (carriedOutBy(intervention, decision) === "sf") return decision.administration;
  const service = isOffered(intervention, decision) ? services[intervention.service ?? ""] : undefined;
  if (service) return service.provider;
  if (intervention.subArea === "job.subsidised") return "arbetsmarknadsanstallning";
  if (intervention.subArea !== "competence.vocational") return "kompetenscenter";
  const continued = followed?.get(intervention.follows ?? "");
  return continued?.samePerson && continued.provider === "arbetsmarknadsanstallning"
    ? continued.provider
    : "kompetenscenter";
}

/** `true` in the legal basis's own lane, `false` in the other one. */
export function isOwnLane({ subArea }: Intervention, { citation }: Decision): boolean {
  const { own, other } = lanes[citation.legalBasis === "sol-12-4" ? "12:4" : "basic"];
  const isIn = (lane: Lane) => lane.some((prefix) => subArea.startsWith(prefix));
  if (isIn(own) === isIn(other)) throw new Error(`${subArea} is in no lane, or in both`);
  return isIn(own);
}

export function carriedOutBy(intervention: Intervention, decision: Decision): "sf" | "arbvux" {
  const own = isOwnLane(intervention, decision);
  return (decision.citation.legalBasis === "sol-12-4") === own ? "arbvux" : "sf";
}

function rightAct(act: string, on: CivilDate): boolean {
  return act === (on >= "2025-07-01" ? "SFS 2025:400" : "SFS 2001:453");
}

function threeYearsAfter(date: CivilDate): CivilDate {
  const later = `${Number(date.slice(0, 4)) + 3}${date.slice(4)}`;
  return later.replace("-02-29", "-02-28");
}

function isJobOrCompetence({ subArea }: Intervention): boolean {
  return subArea.startsWith("job.") || subArea.startsWith("competence.");
}

function lacksCompanion(one: Intervention, all: readonly Intervention[]): boolean {
  if (!one.subArea.startsWith("health.") || one.subArea === "health.substance-use") return false;
  return !all.some((other) => isJobOrCompetence(other) && other.from <= one.to && other.to >= one.from);
}

function isInForce({ parallelAgreement = "", decidedOn }: Decision): boolean {
  const agreement = agreements[parallelAgreement];
  return agreement !== undefined && agreement.from <= decidedOn && decidedOn <= agreement.to;
}

function isAgreed({ subArea }: Intervention, decision: Decision): boolean {
  const listed = agreements[decision.parallelAgreement ?? ""]?.subAreas ?? [];
  return isInForce(decision) && listed.includes(subArea);
}

const idOf = (person: Person): string =>
  "identityNumber" in person ? person.identityNumber : person.reference;

/** Everything of an intervention but when it was decided. */
const asked = ({ decidedOn: _, ...rest }: Intervention): string =>
  JSON.stringify(Object.entries(rest).toSorted());

function isOffered(intervention: Intervention, decision: Decision): boolean {
  const service = services[intervention.service ?? ""];
  return (
    service !== undefined &&
    service.subArea === intervention.subArea &&
    intervention.from >= "2024-01-12" &&
    intervention.from <= service.to &&
    carriedOutBy(intervention, decision) === "arbvux"
  );
}
