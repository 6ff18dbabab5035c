import type { Letter } from "@hemvist/adapters";
import type { SentMessages } from "@hemvist/casework";

const twoDays = 2 * 86_400_000;

/**
 * Of what the stream gave up on its way to a queue, the letters that are not known to have been sent: the stream gives
 * up a batch from what was stuck on, whatever of it had arrived. It keeps nothing for longer than a day, so what was
 * sent was sent by then.
 */
export async function notSent<L extends Letter>(
  letters: readonly L[],
  { queue, sent }: { readonly queue: string; readonly sent: Pick<SentMessages, "between"> },
): Promise<readonly L[]> {
  const stored = letters.map(({ sentAt }) => sentAt).toSorted();
  const [from, last] = [stored[0], stored.at(-1)];
  if (from === undefined || last === undefined) return [];
  const to = new Date(Date.parse(last) + twoDays).toISOString();
  const known = new Set<string>();
  for await (const { event } of sent.between(queue, { from, to })) known.add(event.id);
  return letters.filter(({ id }) => !known.has(id));
}
