import { fromAdministration } from "@hemvist/contracts";
import { civilDateAt } from "@hemvist/rules";
import type { QueueMessage } from "@hemvist/runtime";
import { type Ports as DecisionPorts, type Taken, takeDecision } from "./take-decision.ts";
import { type Ports as AnswerPorts, takeProposalAnswer } from "./take-proposal-answer.ts";

/** How the message ended: the outcome of a decision, or a taken answer to a proposal. */
export type Ended = Taken | { readonly kind: "taken" };

/** Takes a message from an administration's queue. The queue's name shows the administration. */
export function takeMessage(ports: DecisionPorts & AnswerPorts): (message: QueueMessage) => Promise<Ended> {
  const { municipality } = ports;
  const [decision, answer] = [takeDecision(ports), takeProposalAnswer(ports)];
  return async (message) => {
    const receivedOn = civilDateAt(message.sentAt);
    const { body, refusedAs } = message;
    const { kind, ...sent } = fromAdministration(body, { receivedOn, municipality, refusedAs });
    switch (kind) {
      case "decision":
        return decision(message, { kind, ...sent });
      case "proposal-answer":
        await answer(message, { kind, ...sent });
        return { kind: "taken" };
    }
  };
}
