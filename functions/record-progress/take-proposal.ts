import type { Incoming, Named } from "@hemvist/contracts";
import type { QueueMessage } from "@hemvist/runtime";
import { noteProposal } from "./log-outcome.ts";
import type { Acts, RecordedProposal } from "./record-proposal.ts";
import { type Refused, type Ports as Reply, refuse } from "./reply-to-provider.ts";
import { reportOf } from "./report.ts";

export interface Ports extends Reply {
  readonly proposals: Acts;
}

/** Takes a provider's proposal, or its withdrawal of one; the provider gets a refusal of one that changes nothing. */
export const takeProposal =
  ({ proposals, ...reply }: Ports) =>
  async (message: QueueMessage, sent: Incoming<"proposal" | "withdrawal">): Promise<void> => {
    const what = sent.kind === "proposal" ? "made" : "withdrawn";
    const recorded: RecordedProposal =
      "faults" in sent
        ? { kind: "unreadable", faults: sent.faults }
        : await proposals[what](reportOf(message, sent));
    const refused = refusalOf(recorded, sent.named);
    if (refused) await refuse(reply, { message, refused });
    noteProposal(recorded, what);
  };

function refusalOf(recorded: RecordedProposal, named: Named): Refused | undefined {
  if (recorded.kind === "unreadable") {
    const { faults } = recorded;
    return { thing: "proposal", data: { ...named, why: "unreadable", faults }, faults };
  }
  const { assignmentId, proposalId, proposed } = recorded;
  if (proposed.kind !== "refused") return undefined;
  return {
    thing: "proposal",
    subject: assignmentId,
    data: { assignmentId, proposalId, ...proposed.refusal },
  };
}
