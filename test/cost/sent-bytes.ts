import type { RunningSystem } from "@hemvist/local";
import { assignmentsOf, inboxOf, physicalName } from "@hemvist/rules";

/** How many bytes each message of a decision has. */
export interface SentBytes {
  readonly assignments: readonly number[];
  readonly answer: number;
}

/** The messages that lie on the parties' queues for a decision. */
export async function sentBytes(system: RunningSystem, decision: string): Promise<SentBytes> {
  const on = async (queue: string): Promise<readonly number[]> =>
    (await system.messagesOn(physicalName(queue)))
      .filter(({ groupId }) => groupId === decision)
      .map(({ body }) => Buffer.byteLength(body));
  const assignments = await on(assignmentsOf("kompetenscenter"));
  const [answer = 0] = await on(inboxOf("sf-centrum"));
  if (assignments.length !== 2 || answer === 0) throw new Error("the messages of the decision are not there");
  return { assignments, answer };
}
