import { partyOf, type ReceivedEvent, type WayIn } from "../../packages/sandbox/parties/parties.ts";

/** What has come to the parties' queues, taken off them as their systems would. */
export interface Mailboxes {
  /** All that has come to a queue so far, in order. */
  readonly opened: (queue: string) => Promise<readonly ReceivedEvent[]>;
  /** Resolves when `has` holds of all that has come to a queue. */
  readonly until: (queue: string, has: (events: readonly ReceivedEvent[]) => boolean) => Promise<void>;
}

export function mailboxesOf(system: WayIn): Mailboxes {
  const taken = new Map<string, readonly ReceivedEvent[]>();

  async function opened(queue: string): Promise<readonly ReceivedEvent[]> {
    const events = [...(taken.get(queue) ?? []), ...(await partyOf(system, "a-party").take(queue))];
    taken.set(queue, events);
    return events;
  }

  return {
    opened,
    async until(queue, has) {
      while (!has(await opened(queue))) await new Promise((resolve) => setTimeout(resolve, 50));
    },
  };
}
