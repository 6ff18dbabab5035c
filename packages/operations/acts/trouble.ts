import { NoQueue } from "../no-queue.ts";
import type { NotReached, Trouble } from "../wire/answers.ts";

/** What went wrong, by its name: an error's own text may quote what was read. */
export const troubleOf = (why: unknown): Trouble => ({
  error: why instanceof Error ? why.name : typeof why,
  ...(why instanceof NoQueue ? { noQueue: why.queue } : {}),
});

export const notReached = (
  queues: Iterable<{ readonly queue: string; readonly why: unknown }>,
): NotReached[] => [...queues].map(({ queue, why }) => ({ queue, ...troubleOf(why) }));

export const refusedIn = (refused: ReadonlyMap<string, unknown>): NotReached[] =>
  notReached([...refused].map(([queue, why]) => ({ queue, why })));
