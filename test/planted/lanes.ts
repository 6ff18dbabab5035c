/**
 * Does a piece of work for each item, each lane one at a time; the answers come in the items' order.
 * @param lanes what a piece of work needs to itself, one for each that goes on at once
 */
export async function inLanes<Lane, Item, Answer>(
  { lanes, items }: { readonly lanes: readonly Lane[]; readonly items: readonly Item[] },
  work: (item: Item, lane: Lane) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  const waiting = [...items.entries()];
  await Promise.all(
    lanes.map(async (lane) => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [index, item] = next;
        answers[index] = await work(item, lane);
      }
    }),
  );
  return answers;
}
