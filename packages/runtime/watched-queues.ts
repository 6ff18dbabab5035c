import { log } from "./log.ts";
import { count } from "./measure.ts";

/** Logs and counts each queue that takes no message. An alarm is on the count. */
export function logRefused(queue: string, why: unknown): void {
  log.error("queue took no message", why, { queue });
  count("QueuesRefused");
}

/** Counts each letter that is set aside. */
export const countedLetters = <Letter>(letters: { setAside(letter: Letter): Promise<void> }) => ({
  setAside: async (letter: Letter): Promise<void> => {
    await letters.setAside(letter);
    count("MessagesSetAside");
  },
});
