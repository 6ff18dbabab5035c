import type { CaseRecord } from "@hemvist/casework";
import { modelInForceOn } from "@hemvist/rules";
import { folded } from "../../packages/figures/fold.ts";
import { type NotCarriedOut, notCarriedOut } from "../../packages/figures/not-carried-out.ts";
import { quarterNamed, type ReportPeriod } from "../../packages/figures/report-period.ts";
import { aReport, heardAt, progressed, received } from "./a-case.ts";
import { aBasicDecision } from "./a-decision.ts";
import { goteborg } from "./goteborg.ts";

const [first] = aBasicDecision().interventions;
if (first === undefined) throw new Error("the sample decision has an intervention");

/** The intervention of `basic`. */
export const onlyIntervention = first;

/** Decided on 2026-09-01, with one intervention to 2027-03-06: it is late from 2026-12-02. */
export const basic = received(aBasicDecision({ interventions: [onlyIntervention] }), {
  at: "2026-09-01T09:00:00Z",
});

/** The record after a revision of it that came in the morning of a day. */
export const revisedOn = (
  day: string,
  after: CaseRecord,
  changes: Parameters<typeof aBasicDecision>[0] = {},
): CaseRecord => {
  const { standing } = after;
  if (standing === undefined) throw new Error("there is something to revise");
  const revision = standing.decision.revision + 1;
  return received(aBasicDecision({ ...standing.decision, revision, ...changes }), {
    after,
    at: `${day}T09:00:00Z`,
  });
};

type Status = Parameters<typeof aReport>[0];

/** A report on the first intervention. */
export const changed = (status: Status, occurredAt: string, interventionId = "1") =>
  aReport(status, {
    assignmentId: `sf-centrum.SFC-2026-003002.${interventionId}`,
    progressId: `${interventionId} ${occurredAt}`,
    occurredAt,
  });

export const accepted = progressed(basic, changed("accepted", "2026-09-10T08:00:00Z"));

/** Begun in the morning of a day, and reported at once. */
export const started = (on: string, before = accepted): CaseRecord =>
  progressed(before, changed("in-progress", `${on}T08:00:00Z`));

/** It happened in the morning of one day, and the report came in the morning of another. */
export const heardOn = (day: string, before: CaseRecord, status: Status, on: string): CaseRecord =>
  heardAt(`${day}T09:00:00Z`, before, changed(status, `${on}T08:00:00Z`));

export function quarter(name: string): ReportPeriod {
  const period = quarterNamed(name);
  if (period === undefined) throw new Error(`${name} is no quarter`);
  return period;
}

export function reportedIn(name: string, ...records: readonly CaseRecord[]): NotCarriedOut {
  const period = quarter(name);
  const model = modelInForceOn(goteborg, period.to);
  if (model === undefined) throw new Error(`no model is in force in ${name}`);
  return folded(notCarriedOut({ municipality: goteborg, period, model }), records);
}

/** Of each line: the paragraph, when it was carried out, and why it was late. */
export const linesIn = (name: string, ...records: readonly CaseRecord[]) =>
  reportedIn(name, ...records).decisions.map(({ paragraph, carriedOutOn, reasonForDelay }) => [
    paragraph,
    carriedOutOn,
    reasonForDelay,
  ]);

/** Of each line: the paragraph, and how it ended: the day, and the reason where it was not carried out. */
export const endsIn = (name: string, ...records: readonly CaseRecord[]) =>
  reportedIn(name, ...records).decisions.map(({ paragraph, carriedOutOn, endedOn, reasonForEnd }) => [
    paragraph,
    carriedOutOn ?? endedOn,
    reasonForEnd,
  ]);
