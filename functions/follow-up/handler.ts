import { caseReads, dynamoCases, dynamoHeartbeat } from "@hemvist/adapters";
import { correlationIdOf } from "@hemvist/casework";
import { civilDateAt, instantOf, reviewOverdueBy, reviewRemindedOn } from "@hemvist/rules";
import { count, log, readMunicipality, readSettings, selfChecking, tableName } from "@hemvist/runtime";
import { followUpDue } from "./follow-up-due.ts";

const settings = readSettings({ TABLE_NAME: tableName });

const municipality = readMunicipality();
const cases = dynamoCases(settings.TABLE_NAME);
const beat = dynamoHeartbeat(settings.TABLE_NAME);

const run = followUpDue({
  municipality,
  cases,
  onTold: (record) =>
    log.info("follow-up told", { decision: correlationIdOf(record), version: record.version }),
  onFailed: (key, error) => log.error("follow-up failed", error, { decision: correlationIdOf(key) }),
});

/** Some decisions could not be looked at, and may be the next time; the others were. */
class FollowUpsFailed extends Error {
  override readonly name = "FollowUpsFailed";
}

/** `scheduledTime` is the schedule's own word for when this run is: there is no other clock here. */
const followUp = async ({ scheduledTime }: { readonly scheduledTime: string }): Promise<void> => {
  const now = instantOf(Date.parse(scheduledTime));
  const { looked, told, failed, unreadable } = await run(now);
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

const { decisions, due } = caseReads(cases);

export const handler = selfChecking({
  settings,
  reads: { TABLE_NAME: { decisions, due } },
  handler: followUp,
});
