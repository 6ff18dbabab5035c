import { setTimeout } from "node:timers/promises";
import type { Clock } from "../clock/clock.ts";

/** How often schedules are looked at while the clock goes on by itself. The shortest goes every hour. */
const everyMs = 20_000;
/** Changes come in bursts. */
const soonMs = 100;

export interface Going {
  /** Something has changed, so the parties may have something to do. */
  readonly soon: () => void;
  readonly stop: () => Promise<void>;
}

/** Lets schedules and parties act while the clock goes on by itself. */
export function keepGoing(clock: Pick<Clock, "catchUp">, onTrouble: (trouble: string) => void): Going {
  const ending = new AbortController();
  let isSoon = false;
  let last: Promise<void> = Promise.resolve();

  const go = async (): Promise<void> => {
    try {
      await clock.catchUp();
    } catch (error) {
      if (!ending.signal.aborted) onTrouble(String(error));
    }
  };
  const goAfter = async (wait: number): Promise<void> => {
    await setTimeout(wait, undefined, { signal: ending.signal, ref: false });
    isSoon = false;
    last = go();
    await last;
  };
  const ended = (): void => {};
  const regularly = async (): Promise<void> => {
    for (;;) await goAfter(everyMs);
  };
  regularly().catch(ended);

  return {
    soon: () => {
      if (isSoon) return;
      isSoon = true;
      goAfter(soonMs).catch(ended);
    },
    stop: async () => {
      ending.abort();
      await last;
    },
  };
}
