import { isOf, type Traffic } from "@hemvist/rules";
import type { Sending, SimulatedQueue } from "../platform/queue.ts";
import type { VirtualTime } from "../world/virtual-time.ts";

/** What the parties have sent, each with its own memory of it, so that they can send it once more. */
export interface Resending {
  readonly note: (queue: string, sending: Sending) => void;
  /** Sends again what was sent to such queues since then, in its order. */
  readonly again: (options: { readonly to: Traffic; readonly since: number }) => void;
}

interface Options {
  readonly time: VirtualTime;
  readonly queue: (name: string) => SimulatedQueue;
}

export function resending({ time, queue }: Options): Resending {
  const sent: { readonly at: number; readonly name: string; readonly sending: Sending }[] = [];
  return {
    note: (name, { deduplicationId: _once, ...sending }) => void sent.push({ at: time.now(), name, sending }),
    again({ to, since }) {
      for (const { at, name, sending } of sent) if (at >= since && isOf(to, name)) queue(name).send(sending);
    },
  };
}
