import { addDays, type CivilDate, civilDateAt, dateAfter } from "@hemvist/rules";
import type { Assignment } from "./assignment.ts";
import type { CaseRecord, HistoryEntry } from "./case-record.ts";
import { fromTheNewest } from "./decision-watches.ts";
import type { Watch, Watched } from "./watch.ts";

/**
 * The law's clock over a basic decision: three months to carry it out, or to carry it out again. Each intervention has
 * its own clock, from its own day of decision.
 *
 * > Om ett gynnande beslut enligt 11 kap. 1 § eller 12 kap. 1 § inte har verkställts inom tre månader från dagen för
 * > beslutet, ska socialnämnden rapportera det till Inspektionen för vård och omsorg
 * > SFS 2025:400 34 kap. 1 §
 *
 * SF gets a notice in time to act, and one when the three months are over. The report has no 12:4 decisions.
 */
export function delayWatches({ record, standing, model, today }: Watched): readonly Watch[] {
  if (standing.judgement.legalBasis === "sol-12-4") return [];
  const held = new Set(standing.decision.interventions.map(({ interventionId }) => interventionId));
  return record.assignments.flatMap((assignment): readonly Watch[] => {
    const since = held.has(assignment.interventionId) ? notCarriedOutSince(assignment, record) : undefined;
    if (since === undefined) return [];
    const about = assignment.assignmentId;
    const near = dateAfter(since, model.intervals["delay-near"]);
    const passed = addDays(dateAfter(since, model.intervals.delay), 1);
    return fromTheNewest(
      [
        { kind: "delay-near", about, occurrence: near, ladder: ["sf"] },
        { kind: "delay-passed", about, occurrence: passed, ladder: ["sf"] },
      ],
      today,
    );
  });
}

/**
 * The day from which an intervention has not been carried out. Before it begins, that is its day of decision. After it
 * began, that is the day of the interruption, whatever revision or provider came since. Undefined while it is carried
 * out, and after it is completed or cancelled.
 */
export function notCarriedOutSince(
  { assignmentId, status, decidedOn }: Assignment,
  { history }: CaseRecord,
): CivilDate | undefined {
  if (status === "cancelled") return undefined;
  return history
    .filter((entry) => "assignmentId" in entry && entry.assignmentId === assignmentId)
    .reduce<CivilDate | undefined>(afterwards, decidedOn);
}

/** @param since from when it has not been carried out before this; undefined where it is */
function afterwards(since: CivilDate | undefined, entry: HistoryEntry): CivilDate | undefined {
  if (entry.what === "assignment-cancelled") return since ?? civilDateAt(entry.at);
  if (entry.what !== "progress-reported") return since;
  switch (entry.status) {
    case "in-progress":
    case "completed":
      return undefined;
    case "on-hold":
    case "failed":
      return since ?? civilDateAt(entry.occurredAt);
    case "requested":
    case "received":
    case "accepted":
    case "rejected":
    case "cancelled":
      return since;
  }
}
