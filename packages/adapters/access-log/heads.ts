import { parsedJson } from "@hemvist/contracts";
import * as z from "zod/mini";
import { entryHash, placeIn, prefixOf } from "./entry.ts";
import type { Head } from "./faults-in-chain.ts";
import type { WriteOnceObjects } from "./write-once-objects.ts";

/** The newest entry of a chain, at the time of a check. */
export interface HeadOf extends Head {
  readonly chain: string;
}

const form = z.strictObject({
  heads: z.readonly(
    z.array(
      z.strictObject({
        chain: z.string(),
        sequence: z.int(),
        hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
      }),
    ),
  ),
});

const prefix = "heads/";

/** `2026-11-30T05:00:00Z` is `heads/20261130050000.json`. */
const keyAt = (at: string): string => `${prefix}${at.replaceAll(/\D/g, "")}.json`;

/**
 * Writes down the newest entry of each chain, and returns them. A chain that has become shorter keeps the head that it
 * had: every later check says that entries are missing. A run that is repeated keeps what the first one wrote.
 */
export async function keepHeads(
  { chains, at }: { readonly chains: readonly string[]; readonly at: string },
  objects: WriteOnceObjects,
): Promise<readonly HeadOf[]> {
  const before = new Map((await newestHeads(objects)).map((head) => [head.chain, head]));
  const now = (await Promise.all(chains.map((chain) => headOf(chain, objects)))).flat();
  for (const head of now)
    if (head.sequence >= (before.get(head.chain)?.sequence ?? 0)) before.set(head.chain, head);
  const heads = [...before.values()];
  await objects.add(keyAt(at), JSON.stringify({ heads }));
  return heads;
}

async function headOf(
  chain: string,
  { list, find }: Pick<WriteOnceObjects, "list" | "find">,
): Promise<readonly HeadOf[]> {
  const [key] = await list({ prefix: prefixOf(chain), most: 1 });
  const place = key === undefined ? undefined : placeIn(key);
  const text = key === undefined ? undefined : await find(key);
  return place === undefined || text === undefined
    ? []
    : [{ chain, sequence: place.sequence, hash: entryHash(text) }];
}

/** What the newest check wrote down. Empty before the first one. */
export async function newestHeads({
  list,
  find,
}: Pick<WriteOnceObjects, "list" | "find">): Promise<readonly HeadOf[]> {
  let newest: string | undefined;
  for (let page: readonly string[] = [""]; page.length > 0; ) {
    page = await list({ prefix, after: newest });
    newest = page.at(-1) ?? newest;
  }
  if (newest === undefined) return [];
  return form.parse(parsedJson((await find(newest)) ?? "")).heads;
}
