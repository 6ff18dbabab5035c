import { isOfType, openEnvelope } from "@hemvist/contracts";
import type { QueueMessage } from "@hemvist/runtime";
import type { Acts, RecordedProposal } from "./record-proposal.ts";
import { providerOf, type Refused, refuse, type Ports as Tell } from "./tell-provider.ts";

export interface Ports extends Tell {
  readonly proposals: Acts;
}

const types = ["se.goteborg.hemvist.proposal.made.v1", "se.goteborg.hemvist.proposal.withdrawn.v1"] as const;

type ProposalType = (typeof types)[number];

/** Which of the two a queue message is, if it is one of them. */
export const proposalIn = (body: string): ProposalType | undefined =>
  types.find((type) => isOfType(body, type));

/** Takes a proposal, or a proposal back, off a provider's queue; the provider is told of one that is refused. */
export const takeProposal =
  ({ proposals, ...tell }: Ports) =>
  async (message: QueueMessage, type: ProposalType): Promise<void> => {
    const refused = refusalOf(await read(message, { type, proposals }));
    if (refused) await refuse(tell, { message, refused });
  };

function read(
  { body, queue, sentAt }: QueueMessage,
  { type, proposals }: { type: ProposalType; proposals: Acts },
): Promise<RecordedProposal> {
  const opened = openEnvelope(body, type);
  if ("faults" in opened) return Promise.resolve({ kind: "unreadable", faults: opened.faults });
  const { data, ...trace } = opened;
  const act = type === "se.goteborg.hemvist.proposal.made.v1" ? proposals.made : proposals.withdrawn;
  return act({ message: data, receivedAt: sentAt, sender: providerOf(queue), ...trace });
}

function refusalOf(recorded: RecordedProposal): Refused | undefined {
  if (recorded.kind === "unreadable") {
    const { faults } = recorded;
    return { thing: "proposal", data: { why: "unreadable", faults }, faults };
  }
  const { assignmentId, proposalId, proposed } = recorded;
  if (proposed.kind !== "refused") return undefined;
  return {
    thing: "proposal",
    subject: assignmentId,
    data: { assignmentId, proposalId, ...proposed.refusal },
  };
}
