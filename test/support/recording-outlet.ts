import type { Message, Outlet } from "@hemvist/casework";

export interface RecordingOutlet extends Outlet {
  /** What the queues accepted, in order. */
  readonly accepted: readonly Message[];
}

/** Accepts everything but the events that it was given to refuse, which hold back what follows in their decision and queue. */
export function recordingOutlet(...refused: readonly string[]): RecordingOutlet {
  const accepted: Message[] = [];
  return {
    accepted,
    send(messages) {
      const unsent = new Set<string>();
      const stuck = new Set<string>();
      for (const message of messages) {
        const group = `${message.queue} ${message.event.correlationid}`;
        if (refused.includes(message.event.id)) stuck.add(group);
        if (stuck.has(group)) unsent.add(message.event.id);
        else accepted.push(message);
      }
      return Promise.resolve(unsent);
    },
  };
}
