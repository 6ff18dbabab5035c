import { isOfType, type Named, openEnvelope, proposalNamedIn } from "@hemvist/contracts";
import { civilDateAt, type Municipality, partyOf, typeOf } from "@hemvist/rules";
import type { QueueMessage } from "@hemvist/runtime";
import type { Acts, RecordedProposal } from "./record-proposal.ts";
import { type Refused, refuse, type Ports as Tell } from "./tell-provider.ts";

export interface Ports extends Tell {
  readonly proposals: Acts;
}

const happenings = ["proposal.made", "proposal.withdrawn"] as const;

type ProposalHappening = (typeof happenings)[number];

/** Which of the two a queue message is, if it is one of them. */
export const proposalIn = (body: string, municipality: Municipality): ProposalHappening | undefined =>
  happenings.find((happening) => isOfType(body, typeOf(municipality, happening)));

/** Takes a proposal, or a proposal back, off a provider's queue; the provider is told of one that is refused. */
export const takeProposal =
  ({ proposals, ...tell }: Ports) =>
  async (message: QueueMessage, happening: ProposalHappening): Promise<void> => {
    const { recorded, named } = await read(message, { happening, proposals, ...tell });
    const refused = refusalOf(recorded, named);
    if (refused) await refuse(tell, { message, refused });
  };

/** What came of a message, and which proposal it is about, as far as that can be read. */
async function read(
  { body, queue, sentAt }: QueueMessage,
  { happening, proposals, municipality }: Ports & { readonly happening: ProposalHappening },
): Promise<{ readonly recorded: RecordedProposal; readonly named: Named }> {
  const opened = openEnvelope(body, typeOf(municipality, happening));
  const named = proposalNamedIn(opened.data, civilDateAt(sentAt));
  if ("faults" in opened) return { recorded: { kind: "unreadable", faults: opened.faults }, named };
  const { data, ...trace } = opened;
  const act = happening === "proposal.made" ? proposals.made : proposals.withdrawn;
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
