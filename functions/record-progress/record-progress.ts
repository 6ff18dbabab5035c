import {
  type CaseStore,
  correlationIdOf,
  decisionOf,
  lookedIntoBy,
  type OnUnreadable,
  type Progress,
  type Reported,
  reportProgress,
  roomFor,
  writeThrough,
} from "@hemvist/casework";
import { type Fault, fault, readProgress } from "@hemvist/contracts";
import { type Municipality, partiesOf } from "@hemvist/rules";
import { about } from "@hemvist/runtime";
import type { Report } from "./report.ts";

export type Recorded =
  | { readonly kind: "unreadable"; readonly faults: readonly Fault[] }
  | { readonly progress: Progress; readonly reported: Reported; readonly kind: "read" };

export interface Ports {
  readonly municipality: Municipality;
  readonly cases: CaseStore;
  /** Gets each record that cannot be read. Without it, such a record throws, and a queue delivers the report again. */
  readonly onUnreadable?: OnUnreadable;
}

/** The store as the sender of a report looks into it. */
export const casesFor = ({ municipality, cases, onUnreadable }: Ports, party: string): CaseStore =>
  lookedIntoBy(cases, { party, parties: partiesOf(municipality), ...(onUnreadable ? { onUnreadable } : {}) });

/** Reads a provider's report on an assignment, and changes the status if the table allows it. */
export const recordProgress =
  (ports: Ports) =>
  async (report: Report): Promise<Recorded> => {
    const read = readProgress(report.message);
    if (!read.ok) return { kind: "unreadable", faults: read.faults };
    if (report.addressedTo !== undefined && report.addressedTo !== read.value.assignmentId) {
      return { kind: "unreadable", faults: [fault("/assignmentId", "not-this-assignment")] };
    }
    return { kind: "read", progress: read.value, reported: await reportedTo(ports, read.value, report) };
  };

async function reportedTo(
  ports: Ports,
  progress: Progress,
  { receivedAt, traceparent, sender }: Report,
): Promise<Reported> {
  const key = decisionOf(progress.assignmentId);
  const unknown: Reported = { kind: "refused", refusal: { why: "no-such-assignment" } };
  if (key === undefined) return unknown;
  about(correlationIdOf(key));
  const cause = {
    municipality: ports.municipality,
    at: receivedAt,
    causationId: progress.progressId,
    ...(traceparent ? { traceparent } : {}),
  };
  return writeThrough<Reported>(casesFor(ports, sender), {
    key,
    decide: (record) => (record ? reportProgress(record, progress, { sender, cause }) : unknown),
    recordOf: (reported) => (reported.kind === "recorded" ? reported.record : undefined),
    room: {
      upTo: roomFor(progress.status),
      otherwise: { kind: "refused", refusal: { why: "no-room" } },
    },
  });
}
