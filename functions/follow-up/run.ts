import { type CaseStore, correlationIdOf, type Instant } from "@hemvist/casework";
import { civilDateAt, instantOf, type Municipality, reviewOverdueBy, reviewRemindedOn } from "@hemvist/rules";
import { count, log } from "@hemvist/runtime";
import { followUpDue } from "./follow-up-due.ts";

interface Ports {
  readonly municipality: Municipality;
  readonly cases: CaseStore;
  /** Writes to the table that this run has been. */
  readonly beat: (now: Instant) => Promise<void>;
}

/** Some decisions could not be looked at, and may be the next time; the others were. */
class FollowUpsFailed extends Error {
  override readonly name = "FollowUpsFailed";
}

/** One run of the schedule. `scheduledTime` is its own word for when that is: there is no other clock here. */
export function running({ municipality, cases, beat }: Ports) {
  const lookAtDue = followUpDue({
    municipality,
    cases,
    onNotified: (record) =>
      log.info("follow-up told", { decision: correlationIdOf(record), version: record.version }),
    onFailed: (key, error) => log.error("follow-up failed", error, { decision: correlationIdOf(key) }),
  });

  return async ({ scheduledTime }: { readonly scheduledTime: string }): Promise<void> => {
    const now = instantOf(Date.parse(scheduledTime));
    const { looked, told, failed, unreadable } = await lookAtDue(now);
    await beat(now);
    log.info("follow-up run", { now, looked, told, failed, unreadable });
    count("FollowUpsTold", told);
    // An alarm is on it: the run itself does not fail for a record that no further attempt can read.
    count("RecordsUnreadable", unreadable);
    // The rules' own follow-up: operations are reminded by an alarm once a month, SoB by its agenda.
    count("ModelReviewOverdueDays", reviewOverdueBy(municipality, civilDateAt(now)));
    count("ModelReviewReminders", reviewRemindedOn(municipality, civilDateAt(now)) ? 1 : 0);
    if (failed > 0) throw new FollowUpsFailed(`${failed} of ${looked}`);
  };
}
