import { fromAdministration } from "@hemvist/contracts";
import { civilDateAt } from "@hemvist/rules";
import type { QueueMessage } from "@hemvist/runtime";
import type { Received } from "./receive-decision.ts";
import { type Ports as DecisionPorts, takeDecision } from "./take-decision.ts";
import { type Ports as AnswerPorts, takeProposalAnswer } from "./take-proposal-answer.ts";

/** How the message has ended: what came of a decision, or that an answer to a proposal has been taken. */
export type Ended = Received | { readonly kind: "taken" };

/** Takes what an administration sends on its queue, whose name tells who it is. */
export function takeMessage(ports: DecisionPorts & AnswerPorts): (message: QueueMessage) => Promise<Ended> {
  const { municipality } = ports;
  const [decision, answer] = [takeDecision(ports), takeProposalAnswer(ports)];
  return async (message) => {
    const receivedOn = civilDateAt(message.sentAt);
    const { kind, ...sent } = fromAdministration(message.body, { receivedOn, municipality });
    switch (kind) {
      case "decision":
        return decision(message, { kind, ...sent });
      case "proposal-answer":
        await answer(message, { kind, ...sent });
        return { kind: "taken" };
    }
  };
}
