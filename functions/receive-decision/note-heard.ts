import type { Instant } from "@hemvist/casework";
import { log } from "@hemvist/runtime";
import type { Arrival } from "./arrival.ts";
import type { Received } from "./receive-decision.ts";

export interface Heard {
  readonly note: (administration: string, at: Instant) => Promise<void>;
}

/** Notes when a decision came. The decision itself is stored: a note that fails delays no answer to it. */
export const noting =
  (receive: (arrival: Arrival) => Promise<Received>, heard: Heard) =>
  async (arrival: Arrival): Promise<Received> => {
    const received = await receive(arrival);
    if (received.kind === "recorded")
      await heard.note(received.record.administration, arrival.receivedAt).catch((error: unknown) => {
        log.error("time of the newest decision not kept", error);
      });
    return received;
  };
