/** Something was still going on when patience ran out. */
export class UnsettledError extends Error {
  override readonly name = "UnsettledError";
}

const LOOK_AGAIN_MS = 5;
const PATIENCE_MS = 10 * 60_000;

/**
 * Resolves when nothing is in flight.
 *
 * @param doing what is going on right now, in words
 * @param held messages not yet done with in the queues that functions read
 * @throws UnsettledError naming what still goes on after ten minutes
 */
export const createSettling =
  ({
    doing,
    held,
    patienceMs = PATIENCE_MS,
  }: {
    readonly doing: () => readonly string[];
    readonly held: () => Promise<readonly string[]>;
    readonly patienceMs?: number;
  }) =>
  async (): Promise<void> => {
    const until = Date.now() + patienceMs;
    for (;;) {
      // What goes on may begin something else while the queues are counted: at rest means before and after.
      const before = doing();
      const unfinished = before.length > 0 ? before : [...(await held()), ...doing()];
      if (unfinished.length === 0) return;
      if (Date.now() > until)
        throw new UnsettledError(`still going on: ${[...new Set(unfinished)].join("; ")}`);
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  };
