import { addDays, type CivilDate, civilDateAt, dateAfter } from "@hemvist/rules";
import type { Assignment } from "./assignment.ts";
import type { CaseRecord } from "./case-record.ts";
import type { Watch, Watched } from "./watch.ts";

/**
 * The law's clock over a basic decision: three months to carry it out, or to carry it out again.
 *
 * > Om ett gynnande beslut enligt 11 kap. 1 § eller 12 kap. 1 § inte har verkställts inom tre månader från dagen för
 * > beslutet, ska socialnämnden rapportera det till Inspektionen för vård och omsorg
 * > SFS 2025:400 34 kap. 1 §
 *
 * SF hears of it in time to act, and when the three months are over. A 12:4 decision is not among those reported.
 */
export function delayWatches({ record, standing, model }: Watched): readonly Watch[] {
  if (standing.judgement.legalBasis === "sol-12-4") return [];
  return record.assignments.flatMap((assignment): readonly Watch[] => {
    const since = notCarriedOutSince(assignment, { record, decidedOn: standing.decision.decidedOn });
    if (since === undefined) return [];
    const about = assignment.assignmentId;
    return [
      {
        kind: "delay-near",
        about,
        occurrence: dateAfter(since, model.intervals["delay-near"]),
        ladder: ["sf"],
      },
      {
        kind: "delay-passed",
        about,
        occurrence: addDays(dateAfter(since, model.intervals.delay), 1),
        ladder: ["sf"],
      },
    ];
  });
}

/**
 * The day from which an intervention has not been carried out: the decision's own until it has begun, the day it was
 * interrupted after that; undefined while it is carried out, and once it is completed or taken back.
 */
export function notCarriedOutSince(
  { assignmentId, status, statusAt }: Assignment,
  { record, decidedOn }: { record: CaseRecord; decidedOn: CivilDate },
): CivilDate | undefined {
  switch (status) {
    case "requested":
    case "received":
    case "accepted":
    case "rejected":
      return decidedOn;
    case "on-hold":
      return civilDateAt(statusAt);
    case "failed":
      return hasBegun(record, assignmentId) ? civilDateAt(statusAt) : decidedOn;
    case "in-progress":
    case "completed":
    case "cancelled":
      return undefined;
  }
}

const hasBegun = ({ history }: CaseRecord, assignmentId: string): boolean =>
  history.some(
    (entry) =>
      entry.what === "progress-reported" &&
      entry.assignmentId === assignmentId &&
      entry.status === "in-progress",
  );
