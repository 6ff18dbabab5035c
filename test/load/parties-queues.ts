import { DeleteMessageBatchCommand, ReceiveMessageCommand } from "@aws-sdk/client-sqs";
import type { RunningSystem } from "@hemvist/local";
import { isDeadLetterName, isOf, isTrial, logicalName, physicalName } from "@hemvist/rules";
import { clientOf } from "./case-systems.ts";
import { partyOf } from "./seen.ts";

const atOnce = 10;

/** The queues that parties read, by their logical names. No system reads those of hemvist's own party. */
export const readByParties = (system: RunningSystem): readonly string[] =>
  system
    .queueNames()
    .map(logicalName)
    .filter((name) => (isOf("inbox", name) || isOf("assignments", name)) && !isDeadLetterName(name))
    .filter((name) => !isTrial(partyOf(name)));

/** Takes everything off a queue as its party does, ten at a time. */
export async function drain(
  system: RunningSystem,
  queue: string,
  take: (body: string) => void,
): Promise<void> {
  const sqs = clientOf(system, partyOf(queue));
  const QueueUrl = system.queueUrl(physicalName(queue));
  for (;;) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: atOnce }),
    );
    if (Messages.length === 0) return;
    for (const { Body = "" } of Messages) take(Body);
    const Entries = Messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
    await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
  }
}
