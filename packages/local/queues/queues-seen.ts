import type { RunningSystem } from "../running-system.ts";
import type { VirtualClock } from "../time/virtual-clock.ts";
import type { QueueEngine } from "./queue-engine.ts";
import type { Queue } from "./queues.ts";

/** What SQS does by itself, in seconds. */
const FOUR_DAYS = 4 * 24 * 3600;

/** The queues, and what lies on them. Nothing is taken. */
export const queuesSeen = (
  { queues, queueEngine }: { readonly queues: readonly Queue[]; readonly queueEngine: QueueEngine },
  clock: VirtualClock,
): Pick<RunningSystem, "queueUrl" | "queueNames" | "messagesOn" | "keptFor"> => {
  const named = (name: string): Queue => {
    const queue = queues.find((entry) => entry.name === name);
    if (queue === undefined) throw new Error(`the template declares no queue ${name}`);
    return queue;
  };
  return {
    queueUrl: (name) => named(name).url,
    keptFor: (name) => Number(named(name).attributes["MessageRetentionPeriod"] ?? FOUR_DAYS),
    queueNames: () => queues.map(({ name }) => name),
    messagesOn: async (name) => {
      const lying = await queueEngine.lying(named(name).name);
      return lying.map((message) => ({
        ...message,
        sentAt: new Date(clock.at(message.sentAt)).toISOString(),
      }));
    },
  };
};
