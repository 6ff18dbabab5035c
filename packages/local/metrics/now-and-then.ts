/** CloudWatch has a queue's data each minute. Here the clock may go on by itself for hours. */
const EVERY_MS = 60_000;

/** Looks again each real minute. Gives what ends it. */
export const lookNowAndThen = (
  look: () => Promise<void>,
  onTrouble: (trouble: string) => void,
): (() => Promise<void>) => {
  const timer = setInterval(() => {
    look().catch((error: unknown) => onTrouble(`the queues could not be looked at: ${String(error)}`));
  }, EVERY_MS);
  timer.unref();
  return async () => clearInterval(timer);
};
