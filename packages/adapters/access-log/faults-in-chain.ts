import type { CivilDate } from "@hemvist/rules";
import { beginning, type EntryPlace, entryHash, keyOf, placeIn, readEntry } from "./entry.ts";

/** An object of the log's bucket. */
export interface Stored {
  readonly key: string;
  readonly text: string;
  /** Whether the seal opens its body at the place that its clear fields name. */
  readonly opens: boolean;
}

/**
 * What is wrong at a place of a chain. `changed`: the entry is not what hemvist wrote. `moved`: it belongs to another
 * place. `missing`: entries from `sequence` to `upTo` are gone. `cut`: the same, and they were the newest ones.
 */
export interface ChainFault {
  readonly kind: "changed" | "moved" | "missing" | "cut";
  readonly chain: string;
  /** 0 if the object's name is no place in a chain. */
  readonly sequence: number;
  readonly upTo?: number;
  readonly day?: CivilDate;
}

/** The newest entry of a chain, as a check wrote it down. */
export interface Head {
  readonly sequence: number;
  readonly hash: string;
}

/** The entry above, which names the hash of the one that comes now. Without a hash if that entry is not to be believed. */
export interface Above {
  readonly sequence: number;
  readonly after?: string | undefined;
}

interface Where {
  readonly chain: string;
  /** The entry above the first one that is given. Absent if that one is the newest of the chain. */
  readonly above?: Above | undefined;
  readonly heads?: readonly Head[];
  /** Whether the last one that is given is the first of the chain. */
  readonly toBeginning: boolean;
}

export interface Checked {
  readonly faults: readonly ChainFault[];
  /** To go on with the entries below. */
  readonly above: Above | undefined;
}

/** Checks entries of one chain, the newest first and without a choice among them. */
export function faultsInChain(
  stored: readonly Stored[],
  { chain, above: first, heads = [], toBeginning }: Where,
): Checked {
  const faults: ChainFault[] = first === undefined ? [...cutFrom(stored, { chain, heads })] : [];
  let above = first;
  for (const one of stored) {
    const { fault, place } = judged(one, chain);
    const all = place === undefined ? [] : faultsAt(place, { one, above, heads });
    // One fault for an object is enough: a changed entry also has another hash.
    faults.push(...(fault === undefined ? all : [fault, ...all.filter(({ kind }) => kind === "missing")]));
    if (place === undefined || (above !== undefined && place.sequence >= above.sequence)) continue;
    above = {
      sequence: place.sequence,
      after: fault === undefined ? readEntry(one.text)?.after : undefined,
    };
  }
  return {
    faults: toBeginning && above !== undefined ? [...faults, ...gapBelow(above, chain)] : faults,
    above,
  };
}

/** If a check wrote down a newer head than the newest entry, the entries after that one were cut off. */
function cutFrom(
  [newest]: readonly Stored[],
  { chain, heads }: { readonly chain: string; readonly heads: readonly Head[] },
): readonly ChainFault[] {
  const known = Math.max(0, ...heads.map(({ sequence }) => sequence));
  const stands = (newest && placeIn(newest.key)?.sequence) ?? 0;
  return known > stands ? [{ kind: "cut", chain, sequence: stands + 1, upTo: known }] : [];
}

/** What is wrong with one object by itself. */
function judged(
  { key, text, opens }: Stored,
  chain: string,
): { readonly fault?: ChainFault; readonly place?: EntryPlace } {
  const place = placeIn(key);
  if (place === undefined || place.chain !== chain) return { fault: { kind: "moved", chain, sequence: 0 } };
  const { sequence, day } = place;
  const entry = readEntry(text);
  if (entry !== undefined && keyOf(entry) !== key)
    return { place, fault: { kind: "moved", chain, sequence, day } };
  if (entry === undefined || !opens) return { place, fault: { kind: "changed", chain, sequence, day } };
  return { place };
}

/** What is wrong with an object beside the entry above it and what a check wrote down. */
function faultsAt(
  { chain, sequence, day }: EntryPlace,
  {
    one,
    above,
    heads,
  }: { readonly one: Stored; readonly above: Above | undefined; readonly heads: readonly Head[] },
): readonly ChainFault[] {
  if (above !== undefined && sequence >= above.sequence) return [{ kind: "moved", chain, sequence, day }];
  const hash = entryHash(one.text);
  const isNext = above?.sequence === sequence + 1;
  const isAnother =
    (isNext && above.after !== undefined && above.after !== hash) ||
    heads.some((head) => head.sequence === sequence && head.hash !== hash);
  return [
    ...(above === undefined || isNext
      ? []
      : [{ kind: "missing" as const, chain, sequence: sequence + 1, upTo: above.sequence - 1 }]),
    ...(isAnother ? [{ kind: "changed" as const, chain, sequence, day }] : []),
  ];
}

function gapBelow({ sequence, after }: Above, chain: string): readonly ChainFault[] {
  if (sequence > 1) return [{ kind: "missing", chain, sequence: 1, upTo: sequence - 1 }];
  return after === undefined || after === beginning ? [] : [{ kind: "changed", chain, sequence }];
}
