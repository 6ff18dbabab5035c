import { fromProvider } from "@hemvist/contracts";
import { civilDateAt } from "@hemvist/rules";
import type { QueueMessage } from "@hemvist/runtime";
import { type Ports as ProgressPorts, takeProgress } from "./take-progress.ts";
import { type Ports as ProposalPorts, takeProposal } from "./take-proposal.ts";

/** Takes a message from a provider's queue. The queue's name shows the provider. */
export function takeMessage(ports: ProgressPorts & ProposalPorts): (message: QueueMessage) => Promise<void> {
  const { municipality } = ports;
  const [progress, proposal] = [takeProgress(ports), takeProposal(ports)];
  return async (message) => {
    const receivedOn = civilDateAt(message.sentAt);
    const { body, refusedAs } = message;
    const { kind, ...sent } = fromProvider(body, { receivedOn, municipality, refusedAs });
    switch (kind) {
      case "progress":
        return progress(message, { kind, ...sent });
      case "proposal":
      case "withdrawal":
        return proposal(message, { kind, ...sent });
    }
  };
}
