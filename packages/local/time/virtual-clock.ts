/** An instant, in milliseconds since 1970 UTC. */
export type Instant = number;

/** Time as the run sees it: it goes on with the real one, and leaps when it is moved. */
export interface VirtualClock {
  readonly now: () => Instant;
  /** What the virtual time was at a real instant of this run. */
  readonly at: (real: Instant) => Instant;
  /** Leaps to an instant; one that has already passed changes nothing. */
  readonly leapTo: (instant: Instant) => void;
  /** How many times it has leapt past the five minutes that SQS remembers a deduplication id for. */
  readonly longLeaps: () => number;
}

const DEDUPLICATION_MEMORY_MS = 5 * 60_000;

export const startClock = (startsAt: Instant, real: () => Instant = Date.now): VirtualClock => {
  const leaps = [{ real: Number.NEGATIVE_INFINITY, offset: startsAt - real() }];
  let longLeaps = 0;

  const at = (instant: Instant): Instant =>
    instant + (leaps.findLast((leap) => leap.real <= instant) ?? { offset: 0 }).offset;

  const leapTo = (instant: Instant): void => {
    const now = at(real());
    if (instant <= now) return;
    if (instant - now >= DEDUPLICATION_MEMORY_MS) longLeaps += 1;
    leaps.push({ real: real(), offset: instant - real() });
  };

  return { now: () => at(real()), at, leapTo, longLeaps: () => longLeaps };
};
