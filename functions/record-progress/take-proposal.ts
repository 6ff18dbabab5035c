import { isOfType, type Named, openEnvelope, proposalNamedIn } from "@hemvist/contracts";
import { civilDateAt, partyOf } from "@hemvist/rules";
import type { QueueMessage } from "@hemvist/runtime";
import type { Acts, RecordedProposal } from "./record-proposal.ts";
import { type Refused, refuse, type Ports as Tell } from "./tell-provider.ts";

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
    const { recorded, named } = await read(message, { type, proposals });
    const refused = refusalOf(recorded, named);
    if (refused) await refuse(tell, { message, refused });
  };

/** What came of a message, and which proposal it is about, as far as that can be read. */
async function read(
  { body, queue, sentAt }: QueueMessage,
  { type, proposals }: { type: ProposalType; proposals: Acts },
): Promise<{ readonly recorded: RecordedProposal; readonly named: Named }> {
  const opened = openEnvelope(body, type);
  const named = proposalNamedIn(opened.data, civilDateAt(sentAt));
  if ("faults" in opened) return { recorded: { kind: "unreadable", faults: opened.faults }, named };
  const { data, ...trace } = opened;
  const act = type === "se.goteborg.hemvist.proposal.made.v1" ? proposals.made : proposals.withdrawn;
  const recorded = await act({ message: data, receivedAt: sentAt, sender: partyOf(queue), ...trace });
  return { recorded, named };
}

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
