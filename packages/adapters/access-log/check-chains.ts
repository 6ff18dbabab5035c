import { type Access, accessActs } from "@hemvist/casework";
import { parsedJson } from "@hemvist/contracts";
import type { CivilDate } from "@hemvist/rules";
import * as z from "zod/mini";
import type { Seal } from "../seal.ts";
import { dayAfter, keyBefore, keyOf, placeIn, placeOf, prefixOf, readEntry } from "./entry.ts";
import { type Above, type ChainFault, faultsInChain, type Stored } from "./faults-in-chain.ts";
import { type HeadOf, newestHeads } from "./heads.ts";
import type { WriteOnceObjects } from "./write-once-objects.ts";

interface Reading {
  readonly objects: Pick<WriteOnceObjects, "find" | "list">;
  readonly seal: Seal;
}

/** An object of a chain, and the access that it holds if it opens. */
export interface ReadEntry extends Stored {
  readonly access?: Access;
}

const text = z.string();
const texts = z.readonly(z.array(text));
const form = z.strictObject({
  at: text,
  party: text,
  operator: z.exactOptional(text),
  act: z.enum(accessActs),
  asked: text,
  purpose: z.exactOptional(text),
  persons: texts,
  protectedPersons: texts,
  shown: z.int(),
});

/** Ours: so many objects are fetched side by side. */
const atOnce = 25;

/** The objects of these keys, in their order. */
export async function readEntries(
  keys: readonly string[],
  { objects, seal }: Reading,
): Promise<readonly ReadEntry[]> {
  const read: ReadEntry[] = [];
  for (let start = 0; start < keys.length; start += atOnce) {
    const some = keys.slice(start, start + atOnce);
    read.push(...(await Promise.all(some.map(async (key) => opened(key, await objects.find(key), seal)))));
  }
  return read;
}

async function opened(key: string, text = "", seal: Seal): Promise<ReadEntry> {
  const entry = readEntry(text);
  if (entry === undefined) return { key, text, opens: false };
  try {
    const access = form.safeParse(
      parsedJson(await seal.open(Buffer.from(entry.body, "base64"), placeOf(entry))),
    );
    return { key, text, opens: access.success, ...(access.success ? { access: access.data } : {}) };
  } catch (error) {
    if (error instanceof Error && error.name === "BodyDoesNotOpen") return { key, text, opens: false };
    throw error;
  }
}

/** Where a check of all chains goes on. */
export interface Going {
  readonly chain: string;
  readonly key?: string | undefined;
  readonly above?: Above | undefined;
}

export interface PartChecked {
  readonly faults: readonly ChainFault[];
  /** How many entries were read. */
  readonly entries: number;
  /** Absent at the end. */
  readonly next?: Going;
}

interface Which extends Reading {
  /** In order. */
  readonly chains: readonly string[];
  /** The part before this one ended there. */
  readonly from?: Going | undefined;
  /** Ours: so many entries take a function some ten seconds. */
  readonly most?: number;
  /** How many keys S3 lists at once. */
  readonly page?: number;
  /** Gets each entry that is read, whether it opens or not. */
  readonly onRead?: ((entry: ReadEntry) => void) | undefined;
}

/** Checks chains whole, from the newest entry to the first, as many entries as one call reads. */
export async function checkChains({
  chains,
  from,
  most = 5000,
  page = pageSize,
  onRead = () => {},
  ...on
}: Which): Promise<PartChecked> {
  const heads = await newestHeads(on.objects);
  const faults: ChainFault[] = [];
  let entries = 0;
  for (const chain of chains.slice(from === undefined ? 0 : chains.indexOf(from.chain))) {
    let { key, above }: Going = from?.chain === chain ? from : { chain };
    for (let isWhole = false; !isWhole; ) {
      if (entries >= most) return { faults, entries, next: { chain, key, above } };
      const keys = await on.objects.list({ prefix: prefixOf(chain), after: key, most: page });
      isWhole = keys.length < page;
      const read = await readEntries(keys, on);
      for (const entry of read) onRead(entry);
      const checked = faultsInChain(read, {
        chain,
        above,
        heads: headsOf(heads, chain),
        toBeginning: isWhole,
      });
      faults.push(...checked.faults);
      entries += read.length;
      ({ above } = checked);
      key = keys.at(-1);
    }
  }
  return { faults, entries };
}

const pageSize = 1000;

const headsOf = (heads: readonly HeadOf[], chain: string) => heads.filter((head) => head.chain === chain);

/** The days from one to another, both included, as they are looked at on a later day. */
export interface Span {
  readonly chain: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly today: CivilDate;
}

export interface SpanChecked extends PartChecked {
  readonly read: readonly ReadEntry[];
}

/**
 * Checks some days of a chain: their entries, and that the entries before and after them follow on. So it finds a day
 * that is gone, and a day that lost its last entries.
 */
export async function checkSpan(span: Span, { objects, seal }: Reading): Promise<SpanChecked> {
  const { chain } = span;
  const { own, before } = await keysIn(span, objects);
  const newest = placeIn(own[0] ?? before ?? "")?.sequence ?? 0;
  const after = await entryAfter(newest, { ...span, objects });
  const around = [...(after.key === undefined ? [] : [after.key]), ...own, ...(before ? [before] : [])];
  const read = await readEntries(around, { objects, seal });
  const { faults } = faultsInChain(read, {
    chain,
    heads: after.key === undefined && !after.isMissing ? headsOf(await newestHeads(objects), chain) : [],
    toBeginning: before === undefined,
  });
  const gone: readonly ChainFault[] = after.isMissing
    ? [{ kind: "missing", chain, sequence: newest + 1, upTo: newest + 1 }]
    : [];
  const inSpan = new Set(own);
  const ofSpan = read.filter(({ key }) => inSpan.has(key));
  return { faults: [...gone, ...faults], entries: ofSpan.length, read: ofSpan };
}

/** The keys of a chain's entries in these days, newest first, and the first key before them. */
export async function keysIn(
  { chain, from, to }: Pick<Span, "chain" | "from" | "to">,
  objects: Pick<WriteOnceObjects, "list">,
): Promise<{ readonly own: readonly string[]; readonly before?: string }> {
  const own: string[] = [];
  let after = keyBefore(chain, dayAfter(to));
  for (;;) {
    const page = await objects.list({ prefix: prefixOf(chain), after, most: pageSize });
    const older = page.findIndex((key) => (placeIn(key)?.day ?? from) < from);
    own.push(...(older === -1 ? page : page.slice(0, older)));
    const before = older === -1 ? undefined : page[older];
    if (before !== undefined) return { own, before };
    if (page.length < pageSize) return { own };
    after = page.at(-1) ?? after;
  }
}

/** The entry that follows a span's newest one. It is missing if the chain goes on and no later day has it. */
async function entryAfter(
  newest: number,
  { chain, to, today, objects }: Span & Pick<Reading, "objects">,
): Promise<{ readonly key?: string; readonly isMissing: boolean }> {
  const [first] = await objects.list({ prefix: prefixOf(chain), most: 1 });
  if ((placeIn(first ?? "")?.sequence ?? 0) <= newest) return { isMissing: false };
  for (let later = dayAfter(to); later <= today; later = dayAfter(later)) {
    const key = keyOf({ chain, day: later, sequence: newest + 1 });
    if ((await objects.find(key)) !== undefined) return { key, isMissing: false };
  }
  return { isMissing: true };
}
