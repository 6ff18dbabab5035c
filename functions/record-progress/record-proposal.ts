import { correlationOf, type Proposed, propose, proposeThrough, roomFor, settle } from "@hemvist/casework";
import { type Fault, fault, readProposal, readWithdrawal } from "@hemvist/contracts";
import { about } from "@hemvist/runtime";
import { casesFor, type Ports } from "./record-progress.ts";
import type { Report } from "./report.ts";

export type RecordedProposal =
  | { readonly kind: "unreadable"; readonly faults: readonly Fault[] }
  | {
      readonly kind: "read";
      readonly assignmentId: string;
      readonly proposalId: string;
      readonly proposed: Proposed;
    };

export interface Acts {
  readonly made: (report: Report) => Promise<RecordedProposal>;
  readonly withdrawn: (report: Report) => Promise<RecordedProposal>;
}

/** A provider's proposals to change an assignment, and its withdrawals. */
export function recordProposal(ports: Ports): Acts {
  return {
    made: (report) =>
      recorded(report, readProposal(report.message), (value, sent) => ({
        assignmentId: value.assignmentId,
        decide: (record) => propose(record, value, sent),
        upTo: roomFor("proposal"),
      })),
    withdrawn: (report) =>
      recorded(report, readWithdrawal(report.message), (value, sent) => ({
        assignmentId: value.assignmentId,
        decide: (record) => settle(record, value, sent),
        upTo: roomFor("withdrawal"),
      })),
  };

  async function recorded<T extends { readonly assignmentId: string; readonly proposalId: string }>(
    { addressedTo, receivedAt, sender, traceparent }: Report,
    read:
      | { readonly ok: true; readonly value: T }
      | { readonly ok: false; readonly faults: readonly Fault[] },
    change: (value: T, sent: Parameters<typeof propose>[2]) => Parameters<typeof proposeThrough>[1],
  ): Promise<RecordedProposal> {
    if (!read.ok) return { kind: "unreadable", faults: read.faults };
    const { assignmentId, proposalId } = read.value;
    if (addressedTo !== undefined && addressedTo !== assignmentId) {
      return { kind: "unreadable", faults: [fault("/assignmentId", "not-this-assignment")] };
    }
    about(correlationOf(assignmentId));
    const cause = {
      municipality: ports.municipality,
      at: receivedAt,
      causationId: proposalId,
      ...(traceparent ? { traceparent } : {}),
    };
    const proposed = await proposeThrough(casesFor(ports, sender), change(read.value, { sender, cause }));
    return { kind: "read", assignmentId, proposalId, proposed };
  }
}
