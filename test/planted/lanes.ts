import { allEnded } from "@hemvist/casework";

/**
 * Does a piece of work for each item, each lane one at a time. The answers come in the items' order. After a failure no
 * lane begins another piece, and the failure comes when all have ended.
 * @param lanes what a piece of work needs to itself, one for each that goes on at once
 */
export async function inLanes<Lane, Item, Answer>(
  { lanes, items }: { readonly lanes: readonly Lane[]; readonly items: readonly Item[] },
  work: (item: Item, lane: Lane) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  const waiting = [...items.entries()];
  await allEnded(
    lanes.map(async (lane) => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [index, item] = next;
        answers[index] = await done(item, lane);
      }
    }),
  );
  return answers;

  async function done(item: Item, lane: Lane): Promise<Answer> {
    try {
      return await work(item, lane);
    } catch (error) {
      waiting.length = 0;
      throw error;
    }
  }
}
