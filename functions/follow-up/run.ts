import { type CaseStore, correlationIdOf, type Instant, inOfficeHours } from "@hemvist/casework";
import {
  civilDateAt,
  instantOf,
  type Municipality,
  partiesOf,
  reviewOverdueBy,
  reviewRemindedOn,
} from "@hemvist/rules";
import { log, measure } from "@hemvist/runtime";
import { countCalendar, countSilence, type Heard } from "./count-standing-still.ts";
import { followUpDue } from "./follow-up-due.ts";
import { measureFollowUp } from "./measured-follow-up.ts";

interface Ports {
  readonly municipality: Municipality;
  readonly cases: CaseStore;
  /** Writes the time of this run to the table. */
  readonly beat: (now: Instant) => Promise<void>;
  readonly heard: Heard;
}

/** follow-up failed on some decisions, and may succeed the next time. It handled the others. */
class FollowUpsFailed extends Error {
  override readonly name = "FollowUpsFailed";
}

/** One run of the schedule. `scheduledTime` is the time that the run is for. There is no other clock here. */
export function running({ municipality, cases, beat, heard }: Ports) {
  const lookAtDue = followUpDue({
    municipality,
    cases,
    onNotified: (record, when) => {
      log.info("follow-up told", { correlationid: correlationIdOf(record), version: record.version });
      measureFollowUp(record, when);
    },
    onFailed: (key, error) => log.error("follow-up failed", error, { correlationid: correlationIdOf(key) }),
  });

  return async ({ scheduledTime }: { readonly scheduledTime: string }): Promise<void> => {
    const now = instantOf(Date.parse(scheduledTime));
    const { looked, told, failed, unreadable, hoursLate } = await lookAtDue(now);
    await beat(now);
    log.info("follow-up run", { now, looked, told, failed, unreadable });
    measure("FollowUpsTold", told);
    // An alarm watches it. The run itself does not fail, because another attempt could not read the record either.
    measure("RecordsUnreadable", unreadable);
    // The rules' own follow-up: an alarm reminds operations staff once a month, and the agenda reminds SoB.
    measure("ModelReviewOverdueDays", reviewOverdueBy(municipality, civilDateAt(now)));
    measure("ModelReviewReminders", reviewRemindedOn(municipality, civilDateAt(now)) ? 1 : 0);
    countCalendar(now);
    if (inOfficeHours(now)) {
      measure("FollowUpHoursLate", hoursLate);
      await countSilence({ administrations: partiesOf(municipality).administrations, heard }, now);
    }
    if (failed > 0) throw new FollowUpsFailed(`${failed} of ${looked}`);
  };
}
