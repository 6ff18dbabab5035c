import type { Assessment, Citation, Decision, Intervention, NumberedPerson, WorkPlan } from "@hemvist/rules";

/** What to change; a field given as undefined is left out. */
type Changes<T> = { readonly [Key in keyof T]?: T[Key] | undefined };

export const under124: Citation = { legalBasis: "sol-12-4", act: "SFS 2025:400" };
export const under121: Citation = { legalBasis: "sol-12-1", act: "SFS 2025:400" };
export const under111: Citation = { legalBasis: "sol-11-1", act: "SFS 2025:400" };
export const under44: Citation = { legalBasis: "sol-12-4", act: "SFS 2001:453" };
export const under41: Citation = { legalBasis: "sol-12-1", act: "SFS 2001:453" };

/** The decision of the contract: valid, under 12 kap. 4 § SoL, with a traineeship and diet and exercise. */
export function aDecision(changes: Changes<Decision> = {}): Decision {
  return changed(decision124, changes);
}

/** A valid decision under 12 kap. 1 § SoL, with support in everyday life and an assessment. */
export function aBasicDecision(changes: Changes<Decision> = {}): Decision {
  return changed(basicDecision, changes);
}

/** Of a 12:4 decision. */
export function anAssessment(changes: Changes<Assessment> = {}): Assessment {
  return changed(decision124.assessment, changes);
}

export function aWorkPlan(changes: Changes<WorkPlan> = {}): WorkPlan {
  return changed(workPlan, changes);
}

/** A traineeship through the whole of the decision. */
export function anIntervention(changes: Changes<Intervention> = {}): Intervention {
  return changed(traineeship, changes);
}

function changed<T extends object>(sample: T, changes: Changes<T>): T {
  const entries = Object.entries({ ...sample, ...changes }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as T;
}

/** Born in the 1890s with a serial that no living person can have. */
export const aPerson: NumberedPerson = {
  protectedIdentity: false,
  identityNumber: "189001189803",
  givenName: "Sample",
  familyName: "Person",
};

const workPlan: WorkPlan = {
  workPlanId: "AP-2026-771",
  establishedOn: "2026-10-30",
  participationRequired: true,
  goal: "work",
  nextFollowUpOn: "2027-01-15",
  followUpEveryWeeks: 12,
};

const traineeship: Intervention = {
  interventionId: "1",
  subArea: "job.traineeship",
  from: "2026-11-09",
  to: "2027-05-09",
};

const decision124: Decision = {
  decisionId: "SFC-2026-004711",
  revision: 1,
  administration: "sf-centrum",
  caseNumber: "2026-88231",
  decidedOn: "2026-11-02",
  validFrom: "2026-11-09",
  validTo: "2027-11-08",
  citation: under124,
  person: aPerson,
  basicDecision: { decisionId: "SFC-2026-003002", decidedOn: "2026-09-01", citation: under121 },
  assessment: {
    unemployment: "full-time",
    workAbility: "established",
    needsInvestigationOrRehabilitation: false,
    expectedInWorkOrStudiesBy: "2028-06-30",
    labourMarketMeasureAvailable: false,
  },
  employmentServiceConsultation: { heldOn: "2026-10-28" },
  workPlan,
  interventions: [
    traineeship,
    {
      interventionId: "2",
      subArea: "health.diet-exercise",
      from: "2026-11-09",
      to: "2027-02-09",
      service: "kc-friskvard",
    },
  ],
};

const basicDecision: Decision = {
  decisionId: "SFC-2026-003002",
  revision: 1,
  administration: "sf-centrum",
  caseNumber: "2026-88231",
  decidedOn: "2026-09-01",
  validFrom: "2026-09-07",
  validTo: "2027-09-06",
  citation: under121,
  person: decision124.person,
  assessment: { unemployment: "full-time", workAbility: "unclear", needsInvestigationOrRehabilitation: true },
  interventions: [
    { interventionId: "1", subArea: "social.everyday-life", from: "2026-09-07", to: "2027-03-06" },
    { interventionId: "2", subArea: "health.assessment-treatment", from: "2026-09-07", to: "2027-09-06" },
  ],
};
