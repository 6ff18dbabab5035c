import { type CaseRecord, stepsOf } from "@hemvist/casework";
import { shownCodes } from "@hemvist/contracts";
import { isTrial } from "@hemvist/rules";
import { count, type LogFields, measureSteps, note } from "@hemvist/runtime";
import type { Answered } from "./answer-proposal.ts";
import type { Received } from "./receive-decision.ts";

/**
 * Notes what came of a decision for the line of its request or message, and counts it. Ids and rule names, never its
 * content. It is called when the sender's answer is certain, so a message that comes again because its reply failed is
 * counted once. hemvist's own trial decisions are in no figure.
 */
export function noteDecision(received: Received, administration: string): void {
  note({ outcome: `decision ${received.kind}`, ...fieldsOf(received) });
  if (isTrial(administration)) return;
  count("DecisionsReceived", { administration });
  switch (received.kind) {
    case "unreadable":
      count("DecisionsUnreadable", { administration });
      return;
    case "not-yours":
      count("DecisionsNotTheirs", { administration });
      count("Refusals", { why: received.kind });
      return;
    case "content-differs":
    case "revision-skipped":
      count("DecisionsInConflict", { administration });
      count("Refusals", { why: received.kind });
      return;
    case "known":
      count("DecisionsRepeated", { administration });
      // What stands is not judged again. What was returned is: time may have removed a finding.
      if (returnedIn(received.record, received.revision)) count("DecisionsJudged", { administration });
      return;
    case "recorded":
      countJudged(received.record, administration);
      return;
  }
}

function countJudged(record: CaseRecord, administration: string): void {
  const { returned, standing } = record;
  count("DecisionsJudged", { administration });
  count(returned ? "DecisionsReturned" : "DecisionsAssigned", { administration });
  for (const { rule } of (returned ?? standing)?.judgement.findings ?? []) count("Findings", { rule });
  measureSteps(stepsOf(record));
}

const returnedIn = ({ returned }: CaseRecord, revision: number): boolean =>
  returned?.decision.revision === revision;

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
      return { version: record.version, findings };
    }
  }
}

/** The same of SF's answers to proposals. */
export function noteProposalAnswer(answered: Answered): void {
  if (answered.kind === "unreadable") {
    note({ outcome: "proposal answer unreadable", faults: shownCodes(answered.faults) });
    return;
  }
  const { assignmentId: assignment, proposalId: proposal, proposed } = answered;
  const outcome = `proposal answer ${proposed.kind}`;
  if (proposed.kind === "refused") {
    const { why } = proposed.refusal;
    note({ outcome, assignment, proposal, why });
    count("Refusals", { why });
  } else note({ outcome, assignment, proposal, status: proposed.proposal.status });
}
