import { daysBetween } from "./calendar/civil-date.ts";
import { dateAfter } from "./calendar/period.ts";
import type { CivilDate } from "./decision.ts";
import { modelInForceOn } from "./models.ts";
import type { Municipality } from "./municipality.ts";

/**
 * Whether operations staff get a reminder today that SoB's review is overdue: on the first of each month, until it is
 * done.
 */
export const reviewRemindedOn = (municipality: Municipality, today: CivilDate): boolean =>
  today.endsWith("-01") && reviewOverdueBy(municipality, today) > 0;

/**
 * By how many days SoB's review of the model in force is overdue. 0 if it is not.
 *
 * > Uppföljning av styrmodellen sker inledningsvis vid behov och därefter ska översyn ske årligen.
 * > Anvisning styrmodell, Uppföljning och revidering av styrmodellen
 */
export function reviewOverdueBy(municipality: Municipality, today: CivilDate): number {
  const model = modelInForceOn(municipality, today);
  if (model === undefined) return 0;
  return Math.max(0, daysBetween(dateAfter(model.validFrom, model.intervals["model-review"]), today));
}
