import type { Letter } from "@hemvist/adapters";
import type { SentMessages } from "@hemvist/casework";

const twoDays = 2 * 86_400_000;

/**
 * The letters of the stream that hand-off has not sent. When a record is stuck, Lambda gives up the rest of its batch,
 * including records whose messages went out. The stream keeps records for 24 hours, so anything sent was sent within a
 * day.
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
