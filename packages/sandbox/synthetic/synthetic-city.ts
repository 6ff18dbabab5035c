import { createHash } from "node:crypto";
import { type AssignmentStatus, assignmentIdOf, type CaseKey, type Progress } from "@hemvist/casework";
import {
  type Administration,
  addDays,
  type CivilDate,
  type Decision,
  firstWorkingDayFrom,
  type Intervention,
  instantAt,
  type SubAreaCode,
} from "@hemvist/rules";
import { type Dice, diceFrom } from "./dice.ts";
import type { Happening } from "./lives.ts";

/**
 * A city that never was: as many decisions as are asked for, made through 2025 and 2026, and what became of them. The
 * same every time. Its people were born in the 1890s and have numbers that no person can have had, and its four
 * administrations differ on purpose: Nordost waits longer for a start, Hisingen sends more that comes back.
 */
export function syntheticCity(size: number, seed = 1890): readonly Happening[] {
  const dice = diceFrom(seed);
  const happenings = Array.from({ length: size }, (_, index) => lifeOf(index, dice)).flat();
  return happenings.sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}

const administrations: readonly Administration[] = ["sf-centrum", "sf-hisingen", "sf-nordost", "sf-sydvast"];
const firstDay: CivilDate = "2025-07-01";
const days = 640;

const basicSubAreas: readonly SubAreaCode[] = [
  "social.everyday-life",
  "social.competences",
  "social.motivation",
  "health.substance-use",
  "health.assessment-treatment",
  "health.mental-physical",
];
const workSubAreas: readonly SubAreaCode[] = [
  "job.traineeship",
  "job.coaching",
  "job.search-enterprise",
  "competence.general",
  "competence.vocational",
  "competence.adapted-learning",
];

function lifeOf(index: number, dice: Dice): readonly Happening[] {
  const administration = dice.oneOf(administrations);
  const decidedOn = firstWorkingDayFrom(addDays(firstDay, dice.upTo(days)));
  const decision = decisionOn(decidedOn, { administration, index, dice });
  const key = { administration, decisionId: decision.decisionId };
  const at = instantAt(decidedOn, 9);
  const personKey = sha256(`synthetic ${index % 9 === 0 ? index - 1 : index}`);
  const received: Happening = {
    at,
    key,
    decision: { decision, contentHash: sha256(JSON.stringify(decision)), personKey },
  };
  return [
    received,
    ...decision.interventions.flatMap((intervention) => progressOf(intervention, { key, decidedOn, dice })),
  ];
}

function decisionOn(
  decidedOn: CivilDate,
  { administration, index, dice }: { administration: Administration; index: number; dice: Dice },
): Decision {
  const isBasic = dice.chance(0.45);
  const validFrom = addDays(decidedOn, 7);
  const validTo = addDays(decidedOn, 372);
  const [first, second] = isBasic ? basicSubAreas : workSubAreas;
  const chosen = [dice.oneOf(isBasic ? basicSubAreas : workSubAreas)];
  const more = dice.chance(0.3) ? (chosen[0] === first ? second : first) : undefined;
  const forgets = dice.chance(administration === "sf-hisingen" ? 0.24 : 0.1);
  const identityNumber = `1890${String(1 + (index % 12)).padStart(2, "0")}18${9800 + (index % 200)}`;
  const common = {
    decisionId: `SYN-${String(index).padStart(6, "0")}`,
    revision: 1,
    administration,
    caseNumber: `SYN-${index}`,
    decidedOn,
    validFrom,
    validTo,
    person: {
      protectedIdentity: false as const,
      identityNumber,
      givenName: "Synthetic",
      familyName: "Person",
    },
    interventions: [...chosen, ...(more ? [more] : [])].map((subArea, at) => ({
      interventionId: String(at + 1),
      subArea,
      from: validFrom,
      to: addDays(validFrom, 120 + dice.upTo(200)),
    })),
  };
  return isBasic
    ? {
        ...common,
        citation: { legalBasis: dice.chance(0.4) ? "sol-12-1" : "sol-11-1", act: "SFS 2025:400" },
        assessment: {
          unemployment: "full-time",
          workAbility: forgets ? "established" : "unclear",
          needsInvestigationOrRehabilitation: !forgets,
        },
      }
    : {
        ...common,
        citation: { legalBasis: "sol-12-4", act: "SFS 2025:400" },
        basicDecision: {
          decisionId: `SYN-B-${index}`,
          decidedOn: addDays(decidedOn, -20) < firstDay ? firstDay : addDays(decidedOn, -20),
          citation: { legalBasis: "sol-12-1", act: "SFS 2025:400" },
        },
        assessment: {
          unemployment: "full-time",
          workAbility: "established",
          needsInvestigationOrRehabilitation: false,
          expectedInWorkOrStudiesBy: addDays(decidedOn, 500),
          labourMarketMeasureAvailable: false,
        },
        ...(forgets ? {} : { employmentServiceConsultation: { heldOn: decidedOn } }),
        workPlan: {
          workPlanId: `SYN-P-${index}`,
          establishedOn: decidedOn,
          participationRequired: true,
          goal: dice.chance(0.6) ? "work" : "studies",
          nextFollowUpOn: addDays(validFrom, 84),
          followUpEveryWeeks: 12,
        },
      };
}

interface Life {
  readonly key: CaseKey;
  readonly decidedOn: CivilDate;
  readonly dice: Dice;
}

/** The day itself, or the nearest on which the intervention runs. */
function within(day: CivilDate, { from, to }: Pick<Intervention, "from" | "to">): CivilDate {
  if (day < from) return from;
  return day > to ? to : day;
}

/** Acknowledged, answered, begun, perhaps interrupted, ended; or stuck on the way. */
function progressOf(
  { interventionId, subArea, from, to }: Intervention,
  { key, decidedOn, dice }: Life,
): readonly Happening[] {
  const assignmentId = assignmentIdOf(key, interventionId);
  const reported: Happening[] = [];
  let on = decidedOn;
  const report = (status: AssignmentStatus, after: number, more: Partial<Progress> = {}): void => {
    on = firstWorkingDayFrom(addDays(on, after));
    const progressId = `${assignmentId} ${reported.length}`;
    const at = instantAt(on, 10 + dice.upTo(5));
    reported.push({ at, key, progress: { progressId, assignmentId, status, occurredAt: at, ...more } });
  };
  const waits = key.administration === "sf-nordost" ? 14 : 4;
  if (dice.chance(0.02)) return reported;
  report("received", dice.upTo(5));
  if (dice.chance(0.03)) return reported;
  if (dice.chance(0.09)) {
    report("rejected", dice.upTo(5), { reason: { code: "no-capacity", whose: "provider" } });
    return reported;
  }
  report("accepted", dice.upTo(8), { expectedStartOn: within(addDays(on, 14), { from, to }) });
  if (dice.chance(subArea.startsWith("health") ? 0.12 : 0.04)) return reported;
  report("in-progress", waits + dice.upTo(dice.chance(0.1) ? 130 : 25));
  if (dice.chance(0.12)) {
    report("on-hold", 10 + dice.upTo(60), { reason: { code: "illness", whose: "person" } });
    if (dice.chance(0.4)) return reported;
    report("in-progress", 10 + dice.upTo(120));
  }
  if (dice.chance(0.08)) {
    report("failed", 5 + dice.upTo(60), { reason: { code: "person-absent", whose: "person" } });
    return reported;
  }
  if (to > on) {
    on = to;
    report("completed", 0, { result: dice.oneOf(["work", "studies", "next-step", "none"] as const) });
  }
  return reported;
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
