import { correlationIdOf } from "@hemvist/casework";
import { shownCodes } from "@hemvist/contracts";
import { count, type LogFields, log } from "@hemvist/runtime";
import type { Answered } from "./answer-proposal.ts";
import type { Arrival } from "./arrival.ts";
import type { Received } from "./receive-decision.ts";

/** Logs and counts the outcome of each decision: ids and rule names, never its content. */
export const logged =
  (receive: (arrival: Arrival) => Promise<Received>) =>
  async (arrival: Arrival): Promise<Received> => {
    const received = await receive(arrival);
    log.info(`decision ${received.kind}`, fieldsOf(received));
    if (received.kind === "recorded") {
      const { record } = received;
      const { administration } = record;
      count(record.returned ? "DecisionsReturned" : "DecisionsAssigned", { administration });
    }
    if (received.kind === "unreadable") count("DecisionsUnreadable", { administration: arrival.sender });
    return received;
  };

function fieldsOf(received: Received): LogFields {
  switch (received.kind) {
    case "unreadable":
      return { faults: shownCodes(received.faults) };
    case "content-differs":
      return { revision: received.revision };
    case "revision-skipped":
      return { expectedRevision: received.expectedRevision };
    case "not-yours":
      return {};
    case "recorded":
    case "known": {
      const { record } = received;
      const findings = record.returned?.judgement.findings.map(({ rule }) => rule);
      return { decision: correlationIdOf(record), version: record.version, findings };
    }
  }
}

/** The same of SF's answers to proposals. */
export const loggedAnswer =
  (answer: (arrival: Arrival) => Promise<Answered>) =>
  async (arrival: Arrival): Promise<Answered> => {
    const answered = await answer(arrival);
    if (answered.kind === "unreadable") {
      log.info("proposal answer unreadable", { faults: shownCodes(answered.faults) });
      return answered;
    }
    const { assignmentId: assignment, proposalId: proposal, proposed } = answered;
    const came =
      proposed.kind === "refused" ? { why: proposed.refusal.why } : { status: proposed.proposal.status };
    log.info(`proposal answer ${proposed.kind}`, { assignment, proposal, ...came });
    return answered;
  };
