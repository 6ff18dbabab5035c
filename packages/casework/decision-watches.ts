import { addDays, type CivilDate, dateAfter } from "@hemvist/rules";
import { dateBefore } from "./interval.ts";
import type { Watch, Watched } from "./watch.ts";

/** What is awaited of a decision as a whole. SF answers for the whole of it, so SF hears of each. */
export const decisionWatches = (watched: Watched): readonly Watch[] => [
  ...workPlanReview(watched),
  ...decisionEnding(watched),
  ...horizon(watched),
];

const toSf = (kind: Watch["kind"], occurrence: CivilDate): Watch => ({
  kind,
  about: "decision",
  occurrence,
  ladder: ["sf"],
});

/**
 * The work plan's follow-up, again and again as long as the decision runs.
 *
 * > Socialförvaltningarna ansvarar för helheten i ärenden vilket medför ett uppföljningsansvar utifrån uppgjord arbetsplan
 * > Anvisning styrmodell, Ansvar för styrning
 */
function workPlanReview({ record, standing }: Watched): readonly Watch[] {
  const { workPlan, validTo } = standing.decision;
  if (workPlan?.nextFollowUpOn === undefined) return [];
  const told = record.followUps.find(({ kind }) => kind === "work-plan-review")?.occurrence;
  const next = nextInSeries(workPlan.nextFollowUpOn, { everyWeeks: workPlan.followUpEveryWeeks, told });
  const isOver = next === undefined || (validTo !== undefined && next > validTo);
  // The last one told stays: it is what tells that the series is over and does not begin anew.
  const current = isOver ? told : next;
  return current === undefined ? [] : [toSf("work-plan-review", current)];
}

function nextInSeries(
  first: CivilDate,
  { everyWeeks, told }: { everyWeeks: number | undefined; told: CivilDate | undefined },
): CivilDate | undefined {
  if (told === undefined || told < first) return first;
  if (everyWeeks === undefined) return undefined;
  let next = first;
  while (next <= told) next = addDays(next, 7 * everyWeeks);
  return next;
}

/** The decision's last day is near: time to decide anew, or to let it end. */
function decisionEnding({ standing, model }: Watched): readonly Watch[] {
  const { validFrom, validTo } = standing.decision;
  if (validTo === undefined) return [];
  const near = dateBefore(validTo, model.intervals["decision-ending"]);
  return [toSf("decision-ending", near < validFrom ? validFrom : near)];
}

/**
 * The three years of a 12:4 decision: near, and passed. SF judges anew between 12:4 and the basic decision.
 *
 * > Klienten beräknas komma i arbete/reguljära studier inom en 3 års period
 * > Slutrapport 2024-01-12, 2.1.3
 */
function horizon({ standing, model }: Watched): readonly Watch[] {
  const { decidedOn, validTo } = standing.decision;
  if (standing.judgement.legalBasis !== "sol-12-4" || validTo === undefined) return [];
  const passed = dateAfter(decidedOn, model.intervals.horizon);
  const near = dateBefore(passed, model.intervals["horizon-warning"]);
  return [
    ...(validTo >= near ? [toSf("horizon-near", near)] : []),
    ...(validTo >= passed ? [toSf("horizon-passed", addDays(passed, 1))] : []),
  ];
}
