import type { DeadLetters, Outlet } from "@hemvist/casework";
import { isOfType, type Named, openEnvelope, proposalNamedIn } from "@hemvist/contracts";
import { civilDateAt, type Municipality, partyOf, typeOf } from "@hemvist/rules";
import type { QueueMessage } from "@hemvist/runtime";
import type { Answered } from "./answer-proposal.ts";
import type { Arrival } from "./receive-decision.ts";
import { teller } from "./tell-sender.ts";

export interface Ports {
  readonly municipality: Municipality;
  readonly answer: (arrival: Arrival) => Promise<Answered>;
  readonly deadLetters: DeadLetters;
  readonly outlet: Outlet;
}

const typeIn = (municipality: Municipality): string => typeOf(municipality, "proposal.answered");

export const isProposalAnswer = (body: string, municipality: Municipality): boolean =>
  isOfType(body, typeIn(municipality));

/** Takes SF's answer to a proposal off its queue; SF is told of one that cannot be read, or changes nothing. */
export const takeProposalAnswer =
  ({ municipality, answer, deadLetters, outlet }: Ports) =>
  async (message: QueueMessage): Promise<void> => {
    const { answered, named } = await read(message, { municipality, answer });
    const tell = teller({ municipality, outlet }, message);
    if (answered.kind === "unreadable") {
      const codes = [...new Set(answered.faults.map(({ code }) => code))];
      await deadLetters.setAside({ ...message, reason: `unreadable: ${codes.join(", ")}` });
      await tell("proposal.refused", { ...named, why: "unreadable", faults: answered.faults });
      return;
    }
    const { assignmentId, proposalId, proposed } = answered;
    if (proposed.kind === "refused")
      await tell("proposal.refused", { assignmentId, proposalId, ...proposed.refusal });
  };

/** What came of a message, and which proposal it is about, as far as that can be read. */
async function read(
  { messageId, body, sentAt, queue }: QueueMessage,
  { municipality, answer }: Pick<Ports, "municipality" | "answer">,
): Promise<{ readonly answered: Answered; readonly named: Named }> {
  const opened = openEnvelope(body, typeIn(municipality));
  const named = proposalNamedIn(opened.data, civilDateAt(sentAt));
  if ("faults" in opened) return { answered: { kind: "unreadable", faults: opened.faults }, named };
  const { data, ...trace } = opened;
  const answered = await answer({
    message: data,
    receivedAt: sentAt,
    causationId: messageId,
    sender: partyOf(queue),
    ...trace,
  });
  return { answered, named };
}
