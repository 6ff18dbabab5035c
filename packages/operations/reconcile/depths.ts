import { incomingQueues } from "../addresses.ts";
import { isAnswer, type NotLookedAt } from "../dead-letters/holding.ts";

export interface Depths {
  /** How many messages wait on each queue that hemvist reads. */
  readonly depths: ReadonlyMap<string, number>;
  readonly notLookedAt: readonly NotLookedAt[];
}

/** How many messages wait on each queue that hemvist reads. A queue that does not answer stops no other. */
export async function depthsOf(depth: (queue: string) => Promise<number>): Promise<Depths> {
  const depths = new Map<string, number>();
  const notLookedAt: NotLookedAt[] = [];
  await Promise.all(
    incomingQueues.map(async (queue) => {
      try {
        depths.set(queue, await depth(queue));
      } catch (why) {
        if (!isAnswer(why)) throw why;
        notLookedAt.push({ queue, why });
      }
    }),
  );
  return { depths, notLookedAt };
}
