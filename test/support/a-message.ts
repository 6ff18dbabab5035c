import { readFileSync } from "node:fs";
import { join } from "node:path";
import { physicalName } from "@hemvist/rules";
import type { QueueMessage } from "@hemvist/runtime";

const sample01 = join(
  import.meta.dirname,
  "../../events/decisions/01-traineeship-with-diet-and-exercise.json",
);

/** The wire form of the sample decision, with some of its fields changed; a field given as undefined is left out. */
export function aDecisionMessage(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const message: Record<string, unknown> = { ...JSON.parse(readFileSync(sample01, "utf8")), ...changes };
  return Object.fromEntries(Object.entries(message).filter(([, value]) => value !== undefined));
}

/** A message as it comes off a queue. */
export const onQueue = (queue: string, body: unknown, changes: Partial<QueueMessage> = {}): QueueMessage => ({
  messageId: "message-1",
  body: typeof body === "string" ? body : JSON.stringify(body),
  queue,
  address: `arn:aws:sqs:eu-north-1:111122223333:${physicalName(queue)}`,
  sentAt: "2026-11-02T09:00:00Z",
  attempt: 1,
  ...changes,
});
