import type { DeadLetters, Outlet } from "@hemvist/casework";
import { type Incoming, unreadableReason } from "@hemvist/contracts";
import type { Municipality } from "@hemvist/rules";
import type { QueueMessage } from "@hemvist/runtime";
import type { Answered } from "./answer-proposal.ts";
import { type Arrival, arrivalOf } from "./arrival.ts";
import { noteProposalAnswer } from "./log-outcome.ts";
import { replier } from "./reply-to-sender.ts";

export interface Ports {
  readonly municipality: Municipality;
  readonly answer: (arrival: Arrival) => Promise<Answered>;
  readonly deadLetters: DeadLetters;
  readonly outlet: Outlet;
}

/** Takes SF's answer to a proposal; SF gets a refusal of one that cannot be read, or changes nothing. */
export const takeProposalAnswer =
  ({ municipality, answer, deadLetters, outlet }: Ports) =>
  async (message: QueueMessage, sent: Incoming<"proposal-answer">): Promise<void> => {
    const answered: Answered =
      "faults" in sent ? { kind: "unreadable", faults: sent.faults } : await answer(arrivalOf(message, sent));
    const reply = replier({ municipality, outlet }, message);
    if (answered.kind === "unreadable") {
      const { faults } = answered;
      await reply("proposal.refused", { ...sent.named, why: "unreadable", faults });
      await deadLetters.setAside({ ...message, reason: unreadableReason(faults) });
    } else if (answered.proposed.kind === "refused") {
      const { assignmentId, proposalId, proposed } = answered;
      await reply("proposal.refused", { assignmentId, proposalId, ...proposed.refusal });
    }
    noteProposalAnswer(answered);
  };
