import { assignmentsOf, inboxOf } from "@hemvist/rules";
import type { CaseRecord } from "./case-record.ts";
import type { Draft } from "./message.ts";
import type { Proposal } from "./proposal.ts";

/** Notifies SF and the provider that made a proposal of its new status. */
export function proposalChanged(record: CaseRecord, proposal: Proposal): readonly Draft[] {
  const queues = { sf: inboxOf(record.administration), provider: assignmentsOf(proposal.provider) };
  return whomToTell(proposal).map((one) => ({
    queue: queues[one],
    happening: "proposal.status-changed",
    subject: proposal.assignmentId,
    isNumbered: true,
    data: {
      administration: record.administration,
      decisionId: record.decisionId,
      ...proposal,
      ...(proposal.status === "agreed" ? { expectsRevision: proposal.metBy === undefined } : {}),
    },
  }));
}

/** The other side gets a notice of what one side did. Both get one of what neither did. */
const whomToTell = ({ status }: Proposal): readonly ("sf" | "provider")[] => {
  switch (status) {
    case "proposed":
    case "withdrawn":
      return ["sf"];
    case "agreed":
    case "declined":
      return ["provider"];
    case "superseded":
      return ["sf", "provider"];
  }
};
