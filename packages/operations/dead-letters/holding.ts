import type { HeldLetter, Letters } from "@hemvist/adapters";
import { NoQueue } from "../no-queue.ts";

/** A queue that AWS did not show. */
export interface NotLookedAt {
  readonly queue: string;
  readonly why: unknown;
}

export interface Holding {
  readonly letters: readonly HeldLetter[];
  readonly unseen: number;
  readonly notLookedAt: readonly NotLookedAt[];
}

interface Which {
  readonly queues: readonly string[];
  readonly seconds: number;
}

/**
 * Holds the dead letters of these queues while `use` runs, and then releases those that are left. A queue that AWS
 * refuses to show stops no other.
 * @throws AWS's error if it shows none of the queues, or does not answer
 */
export async function holding<T>(
  letters: Letters,
  { queues, seconds }: Which,
  use: (held: Holding) => Promise<T>,
): Promise<T> {
  const held: HeldLetter[] = [];
  const notLookedAt: NotLookedAt[] = [];
  let unseen = 0;
  try {
    for (const queue of queues) {
      try {
        const its = await letters.hold(queue, seconds);
        held.push(...its.letters);
        unseen += its.unseen;
      } catch (why) {
        if (!isAnswer(why)) throw why;
        notLookedAt.push({ queue, why });
      }
    }
    const [first] = notLookedAt;
    if (first !== undefined && notLookedAt.length === queues.length) throw first.why;
    return await use({ letters: held, unseen, notLookedAt });
  } finally {
    await letters.release(held);
  }
}

/** Whether AWS answered with this error, so that it concerns one queue. Any other would meet the next queue too. */
export const isAnswer = (why: unknown): boolean =>
  why instanceof NoQueue || (why instanceof Error && "$metadata" in why && "$fault" in why);

const toLook = 60;

/** The dead letters, released again. */
export const listed = (letters: Letters, queues: readonly string[]): Promise<Holding> =>
  holding(letters, { queues, seconds: toLook }, (held) => Promise.resolve(held));
