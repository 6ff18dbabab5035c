import type { Citation } from "./citations/citation.ts";

/** A civil date in Europe/Stockholm, `YYYY-MM-DD`; compares as text. */
export type CivilDate = string;

/** How case systems write that there is no last day. A message that has it is read as if it had none. */
export const untilFurtherNotice: CivilDate = "9999-12-31";

/** The code of an administration that decides. Which there are, the municipality says: what comes in is checked against it. */
export type Administration = string;

/** Who a decision concerns. */
export type Person = NumberedPerson | UnnumberedPerson | ProtectedPerson;

export interface NumberedPerson extends Named {
  readonly protectedIdentity: false;
  /** Twelve digits: eight of birth, four of serial. */
  readonly identityNumber: string;
}

/** A person who has neither a personnummer nor a samordningsnummer. */
export interface UnnumberedPerson extends Named {
  readonly protectedIdentity: false;
  /** SF's own. */
  readonly reference: string;
  readonly birthDate: CivilDate;
}

/** With protected identity there is no number and no name, only SF's own reference. */
export interface ProtectedPerson {
  readonly protectedIdentity: true;
  readonly reference: string;
}

/** At least one of the two names is given. */
interface Named {
  readonly givenName?: string;
  readonly familyName?: string;
  /**
   * The identity number (twelve digits) or reference that stood before, if a personnummer replaces a samordningsnummer
   * or a reference.
   */
  readonly replaces?: string;
}

/** Whether hemvist knows this person's identity number. */
export const hasNumber = (person: Person): person is NumberedPerson => "identityNumber" in person;

export interface BasicDecision {
  readonly decisionId: string;
  readonly decidedOn: CivilDate;
  readonly citation: Citation;
}

export const unemployments = ["full-time", "part-time", "none"] as const;

export const workAbilities = ["established", "unclear"] as const;

export interface Assessment {
  readonly unemployment: (typeof unemployments)[number];
  readonly workAbility: (typeof workAbilities)[number];
  readonly needsInvestigationOrRehabilitation: boolean;
  readonly expectedInWorkOrStudiesBy?: CivilDate;
  /** Absent if SF has not asked. Under a basic decision the question does not arise. */
  readonly labourMarketMeasureAvailable?: boolean;
}

/** The goal of a work plan. */
export const workPlanGoals = ["work", "studies"] as const;

export interface WorkPlan {
  readonly workPlanId: string;
  readonly establishedOn: CivilDate;
  readonly participationRequired: boolean;
  readonly goal: (typeof workPlanGoals)[number];
  readonly nextFollowUpOn?: CivilDate;
  readonly followUpEveryWeeks?: number;
}

export interface Intervention {
  readonly interventionId: string;
  readonly subArea: SubAreaCode;
  readonly from: CivilDate;
  /** The last day, inclusive. */
  readonly to: CivilDate;
  /** When it was decided, if not together with the decision. */
  readonly decidedOn?: CivilDate;
  /** A service in the catalogue, if SF asks for one. */
  readonly service?: string;
  /** The assignment that this one continues. */
  readonly follows?: string;
  /** A unit or a role, never a private person. */
  readonly contact?: string;
}

export const revocationReasons = [
  "no-longer-needed",
  "decided-wrongly",
  "person-withdrew",
  "person-moved",
  "person-died",
  "replaced",
] as const;

export type RevocationReason = (typeof revocationReasons)[number];

export interface Revocation {
  readonly on: CivilDate;
  readonly reason: RevocationReason;
}

/** A decision as it stands in one revision, parsed: what the rules and the casework see. */
export interface Decision {
  readonly decisionId: string;
  readonly revision: number;
  readonly administration: Administration;
  readonly caseNumber: string;
  readonly decidedOn: CivilDate;
  readonly validFrom: CivilDate;
  /** The last day, inclusive. */
  readonly validTo?: CivilDate;
  readonly citation: Citation;
  readonly person: Person;
  readonly basicDecision?: BasicDecision;
  readonly assessment: Assessment;
  readonly employmentServiceConsultation?: { readonly heldOn: CivilDate };
  readonly workPlan?: WorkPlan;
  /** The SoB agreement that interventions in the other lane rest on. */
  readonly parallelAgreement?: string;
  readonly interventions: readonly Intervention[];
  readonly revocation?: Revocation;
}

export const areaCodes = ["social", "health", "competence", "job"] as const;

export type AreaCode = (typeof areaCodes)[number];

export const subAreaCodes = [
  "social.competences",
  "social.networks",
  "social.everyday-life",
  "social.motivation",
  "social.coordination",
  "health.substance-use",
  "health.diet-exercise",
  "health.assessment-treatment",
  "health.mental-physical",
  "competence.general",
  "competence.vocational",
  "competence.adapted-learning",
  "competence.adapted-support",
  "job.market-knowledge",
  "job.search-enterprise",
  "job.coaching",
  "job.traineeship",
  "job.employer-contacts",
  "job.subsidised",
] as const;

export type SubAreaCode = (typeof subAreaCodes)[number];
