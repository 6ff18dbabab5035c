/** Counts what has changed in the running system, and lets a page wait for the next change. */
export interface Changes {
  readonly count: () => number;
  readonly note: () => void;
  /** The count, once it is another than the one that was seen, or once the wait is over. */
  readonly after: (seen: number) => Promise<number>;
}

/** Real milliseconds. Some of what the page shows changes without a change of a decision, such as a queue that is read. */
const longestWait = 4_000;

export function countChanges(waitMs = longestWait): Changes {
  let count = 0;
  let next = Promise.withResolvers<void>();
  return {
    count: () => count,
    note: () => {
      count += 1;
      next.resolve();
      next = Promise.withResolvers();
    },
    after: async (seen) => {
      if (seen !== count) return count;
      const { promise: over, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, waitMs);
      await Promise.race([next.promise, over]);
      clearTimeout(timer);
      return count;
    },
  };
}
