import { addDays, type CivilDate, dateAfter, daysBetween } from "@hemvist/rules";
import { dateBefore } from "./interval.ts";
import { lastDayOf } from "./last-day.ts";
import { later, type Watch, type Watched } from "./watch.ts";

/** What hemvist awaits of a decision as a whole. SF is responsible for the whole decision, so SF gets each notice. */
export const decisionWatches = (watched: Watched): readonly Watch[] => [
  ...workPlanReview(watched),
  ...(watched.standing.decision.revocation ? [] : [...decisionEnding(watched), ...horizon(watched)]),
];

const toSf = (kind: Watch["kind"], occurrence: CivilDate): Watch => ({
  kind,
  about: "decision",
  occurrence,
  ladder: ["sf"],
});

/**
 * The occurrences, in order of time, that still need a notice. Those that have passed give one notice, for the newest.
 */
export function fromTheNewest(watches: readonly Watch[], today: CivilDate): readonly Watch[] {
  const passed = watches.filter(({ occurrence }) => occurrence <= today);
  return passed.length > 1 ? watches.slice(passed.length - 1) : watches;
}

/**
 * The work plan's follow-up, again and again as long as the decision runs.
 *
 * > Socialförvaltningarna ansvarar för helheten i ärenden vilket medför ett uppföljningsansvar utifrån uppgjord arbetsplan
 * > Anvisning styrmodell, Ansvar för styrning
 */
function workPlanReview({ record, standing, today }: Watched): readonly Watch[] {
  const { workPlan } = standing.decision;
  if (workPlan?.nextFollowUpOn === undefined) return [];
  const lastDay = lastDayOf(standing.decision);
  const told = record.followUps.find(({ kind }) => kind === "work-plan-review")?.occurrence;
  const next = nextInSeries(
    { first: workPlan.nextFollowUpOn, weeks: workPlan.followUpEveryWeeks },
    { told, today },
  );
  const isOver = next === undefined || (lastDay !== undefined && next > lastDay);
  // The last notice stays in the record, so that the series does not begin anew.
  const current = isOver ? told : next;
  return current === undefined ? [] : [toSf("work-plan-review", current)];
}

/** The newest occurrence that has come without a notice. If there is none, the next one to come. */
function nextInSeries(
  { first, weeks }: { first: CivilDate; weeks: number | undefined },
  { told, today }: { told: CivilDate | undefined; today: CivilDate },
): CivilDate | undefined {
  const newest = lastInSeries(first, { weeks, by: today });
  if (newest !== undefined && (told === undefined || told < newest)) return newest;
  const last = told === undefined ? undefined : lastInSeries(first, { weeks, by: later(told, today) });
  if (last === undefined) return first;
  return weeks === undefined ? undefined : addDays(last, 7 * weeks);
}

function lastInSeries(
  first: CivilDate,
  { weeks, by }: { weeks: number | undefined; by: CivilDate },
): CivilDate | undefined {
  if (by < first) return undefined;
  if (weeks === undefined) return first;
  const step = 7 * weeks;
  return addDays(first, Math.floor(daysBetween(first, by) / step) * step);
}

/** The decision's last day is near: time to decide anew, or to let it end. */
function decisionEnding({ standing, model }: Watched): readonly Watch[] {
  const { validFrom, validTo } = standing.decision;
  if (validTo === undefined) return [];
  const near = dateBefore(validTo, model.intervals["decision-ending"]);
  return [toSf("decision-ending", later(near, validFrom))];
}

/**
 * The three years of a 12:4 decision: near, and passed. SF judges anew between 12:4 and the basic decision.
 *
 * > Klienten beräknas komma i arbete/reguljära studier inom en 3 års period
 * > Slutrapport 2024-01-12, 2.1.3
 */
function horizon({ standing, model, today }: Watched): readonly Watch[] {
  const { decidedOn, validTo } = standing.decision;
  if (standing.judgement.legalBasis !== "sol-12-4" || validTo === undefined) return [];
  const passed = dateAfter(decidedOn, model.intervals.horizon);
  const near = dateBefore(passed, model.intervals["horizon-warning"]);
  const watches = [toSf("horizon-near", near), toSf("horizon-passed", addDays(passed, 1))];
  return fromTheNewest(
    watches.filter(({ occurrence }) => occurrence <= validTo),
    today,
  );
}
