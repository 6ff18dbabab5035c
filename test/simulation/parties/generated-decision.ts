import { addDays, type CivilDate } from "@hemvist/rules";
import type { Seeded } from "../world/seeded.ts";

/** What is the same in all revisions of a decision. */
export interface Matter {
  readonly administration: string;
  readonly decisionId: string;
  readonly decidedOn: CivilDate;
  readonly isBasic: boolean;
  readonly identityNumber: string;
  /** The number that it replaces, where the person had another one before. */
  readonly replaces?: string;
}

/** A decision's message as case systems write it. */
export type DecisionContent = Readonly<Record<string, unknown>> & {
  readonly decisionId: string;
  readonly revision: number;
  readonly caseNumber: string;
};

/** What a revision says beyond what its matter is. */
export interface Wording {
  readonly revision: number;
  /** Makes every content another one. */
  readonly serial: number;
  readonly isWithinModel: boolean;
  readonly isProtected: boolean;
  readonly isRevoked: boolean;
}

export function aMatter(
  {
    administration,
    decisionId,
    today,
    basics,
  }: { administration: string; decisionId: string; today: CivilDate; basics: number },
  chance: Seeded,
): Matter {
  return {
    administration,
    decisionId,
    // Of one in ten, the interventions began long before hemvist gets the decision.
    decidedOn: addDays(today, -chance.below(chance.chance(0.1) ? 120 : 20)),
    isBasic: chance.chance(basics),
    identityNumber: anIdentityNumber(chance),
  };
}

const jobs = [
  "job.traineeship",
  "job.coaching",
  "job.subsidised",
  "competence.general",
  "competence.vocational",
] as const;
const healths = ["health.diet-exercise", "health.mental-physical"] as const;
const socials = [
  "social.everyday-life",
  "social.networks",
  "health.substance-use",
  "social.motivation",
] as const;

export function contentOf(matter: Matter, wording: Wording, chance: Seeded): DecisionContent {
  const { administration, decisionId, decidedOn } = matter;
  const validFrom = addDays(decidedOn, 7);
  return {
    decisionId,
    revision: wording.revision,
    administration,
    caseNumber: `C-${wording.serial}`,
    decidedOn,
    validFrom,
    person: wording.isProtected
      ? { protectedIdentity: true, reference: `SKYDD-${decisionId}` }
      : {
          protectedIdentity: false,
          identityNumber: matter.identityNumber,
          givenName: "Sample",
          familyName: "Person",
          ...(matter.replaces ? { replaces: matter.replaces } : {}),
        },
    ...(matter.isBasic ? basic(decidedOn, wording) : under124(decidedOn, wording)),
    interventions: interventionsFrom(validFrom, { isBasic: matter.isBasic, chance }),
    // Of the day itself, of one that is over, or of one to come.
    ...(wording.isRevoked
      ? { revocation: { on: addDays(decidedOn, chance.below(40)), reason: "no-longer-needed" } }
      : {}),
  };
}

/** The Act in force on the day, as the rules demand: another one from the first of July 2025. */
const cited = (decidedOn: CivilDate, { now, before }: { now: string; before: string }): string =>
  decidedOn < "2025-07-01" ? before : now;

const under124 = (decidedOn: CivilDate, { isWithinModel }: Wording) => ({
  legalBasis: cited(decidedOn, { now: "12 kap. 4 § SoL", before: "4 kap. 4 § SoL" }),
  ...(isWithinModel ? { validTo: addDays(decidedOn, 370) } : {}),
  basicDecision: basicBefore(decidedOn),
  assessment: {
    unemployment: "full-time",
    workAbility: "established",
    needsInvestigationOrRehabilitation: false,
    expectedInWorkOrStudiesBy: addDays(decidedOn, 600),
    labourMarketMeasureAvailable: false,
  },
  employmentServiceConsultation: { heldOn: addDays(decidedOn, -5) },
  workPlan: {
    workPlanId: "AP-1",
    establishedOn: addDays(decidedOn, -3),
    participationRequired: true,
    goal: "work",
    nextFollowUpOn: addDays(decidedOn, 75),
    followUpEveryWeeks: 12,
  },
});

function basicBefore(date: CivilDate) {
  const decidedOn = addDays(date, -60);
  return { decisionId: "BASIC-1", decidedOn, legalBasis: citedForBasic(decidedOn) };
}

const citedForBasic = (decidedOn: CivilDate): string =>
  cited(decidedOn, { now: "12 kap. 1 § SoL", before: "4 kap. 1 § SoL" });

const basic = (decidedOn: CivilDate, { isWithinModel }: Wording) => ({
  legalBasis: citedForBasic(decidedOn),
  assessment: {
    unemployment: "full-time",
    workAbility: isWithinModel ? "unclear" : "established",
    needsInvestigationOrRehabilitation: isWithinModel,
  },
});

function interventionsFrom(
  validFrom: CivilDate,
  { isBasic, chance }: { isBasic: boolean; chance: Seeded },
): readonly Record<string, string>[] {
  const one = (interventionId: string, subArea: string, days: number) => ({
    interventionId,
    subArea,
    from: validFrom,
    to: addDays(validFrom, days),
  });
  const days = 60 + chance.below(120);
  if (isBasic) return [one("1", chance.pick(socials), days)];
  const main = one("1", chance.pick(jobs), days);
  return chance.chance(0.3) ? [main, one("2", chance.pick(healths), days - 30)] : [main];
}

/** The same matter after its person has been given another number. */
export const renumbered = (matter: Matter, chance: Seeded): Matter => ({
  ...matter,
  identityNumber: anIdentityNumber(chance),
  replaces: matter.identityNumber,
});

/** The same matter about quite another person: a mistake. */
export const mistaken = ({ replaces: _, ...matter }: Matter, chance: Seeded): Matter => ({
  ...matter,
  identityNumber: anIdentityNumber(chance),
});

/** Born in the 1890s, with a serial that no living person can have, and its check digit. */
function anIdentityNumber(chance: Seeded): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  const birth = `9${chance.below(10)}${two(1 + chance.below(12))}${two(1 + chance.below(28))}`;
  const nine = `${birth}${980 + chance.below(20)}`;
  const sum = [...nine].reduce(
    (before, digit, index) => before + digitsOf(Number(digit) * (index % 2 ? 1 : 2)),
    0,
  );
  return `18${birth}-${nine.slice(6)}${(10 - (sum % 10)) % 10}`;
}

const digitsOf = (number: number): number => (number > 9 ? number - 9 : number);
