import { parsedJson } from "@hemvist/contracts";
import { instantOf } from "@hemvist/rules";
import * as z from "zod/mini";
import type { On } from "./journal.ts";

const day = 86_400_000;

/** How an entry says what it is about: each command has one of these lists. */
const intended = z.object({
  command: z.string(),
  what: z.object({
    approves: z.exactOptional(z.string()),
    letters: z.exactOptional(z.array(z.unknown())),
    events: z.exactOptional(z.array(z.unknown())),
  }),
});

/**
 * Whether a person may send or discard so many without a second person. What the journal says that this person has done
 * alone counts too, by the same command and within a day. So the rule cannot be walked round one message at a time.
 */
export async function mayAlone(
  { journal, who, now }: On,
  { command, items, most }: { readonly command: string; readonly items: number; readonly most: number },
): Promise<boolean> {
  if (items === 0) return true;
  if (items > most) return false;
  const under = `${who.userId}/`;
  let sum = items;
  for await (const key of journal.keys({ under, after: `${under}${instantOf(Date.parse(now) - day)}` })) {
    if (!key.endsWith("-intended.json")) continue;
    const entry = intended.parse(parsedJson((await journal.find(key)) ?? ""));
    if (entry.command !== command || entry.what.approves !== undefined) continue;
    sum += [...(entry.what.letters ?? []), ...(entry.what.events ?? [])].length;
    if (sum > most) return false;
  }
  return true;
}
