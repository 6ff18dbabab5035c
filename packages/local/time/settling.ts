/** Something was still going on when patience ran out. */
export class UnsettledError extends Error {
  override readonly name = "UnsettledError";
}

const LOOK_AGAIN_MS = 5;
const PATIENCE_MS = 10 * 60_000;

interface GoingOn {
  readonly doing: () => readonly string[];
  readonly held: () => Promise<readonly string[]>;
}

/** What goes on may begin something else while the queues are counted: at rest means before and after. */
const goingOn = async ({ doing, held }: GoingOn): Promise<readonly string[]> => {
  const before = doing();
  return before.length > 0 ? before : [...(await held()), ...doing()];
};

/**
 * Resolves when nothing is in flight, or when what fails again and again has been tried anew.
 *
 * @param attempts how many invocations have ended so far
 */
export const createTrying =
  ({ doing, held, attempts }: GoingOn & { readonly attempts: () => number }) =>
  async (): Promise<void> => {
    const [before, until] = [attempts(), Date.now() + LONGEST_TRY_MS];
    while ((await goingOn({ doing, held })).length > 0) {
      if (attempts() - before >= TRIES || Date.now() > until) return;
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  };

/** Of several functions that fail, each is tried. */
const TRIES = 3;
/** Ends the wait where nothing is tried at all. */
const LONGEST_TRY_MS = 10_000;

/**
 * Resolves when nothing is in flight.
 *
 * @param doing what is going on right now, in words
 * @param held messages not yet done with in the queues that functions read
 * @throws UnsettledError naming what still goes on after ten minutes
 */
export const createSettling =
  ({ doing, held, patienceMs = PATIENCE_MS }: GoingOn & { readonly patienceMs?: number }) =>
  async (): Promise<void> => {
    const until = Date.now() + patienceMs;
    for (;;) {
      const unfinished = await goingOn({ doing, held });
      if (unfinished.length === 0) return;
      if (Date.now() > until)
        throw new UnsettledError(`still going on: ${[...new Set(unfinished)].join("; ")}`);
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  };
