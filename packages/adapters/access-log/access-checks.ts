import type { Access } from "@hemvist/casework";
import type { CivilDate } from "@hemvist/rules";
import type { Seal } from "../seal.ts";
import {
  checkChains,
  checkSpan,
  type Going,
  type PartChecked,
  type ReadEntry,
  readEntries,
} from "./check-chains.ts";
import { keyNamed, lanesOf, nameOf, placeIn } from "./entry.ts";
import type { ChainFault } from "./faults-in-chain.ts";
import { type WriteOnceObjects, writeOnceObjects } from "./write-once-objects.ts";

export interface WhichAccesses {
  readonly parties: readonly string[];
  /** Only this day. The whole log if it is absent. */
  readonly day?: CivilDate | undefined;
  readonly today: CivilDate;
  /** Where the part before this one ended. */
  readonly from?: Going | undefined;
  /** Gets each access of the whole log, with the name of its entry. */
  readonly onAccess?: (access: Access, entry: string) => void;
}

interface On {
  readonly objects: Pick<WriteOnceObjects, "find" | "list">;
  readonly seal: Seal;
}

export type AccessChecks = (which: WhichAccesses) => Promise<PartChecked>;

/** Checks the log in parts, chain by chain. It changes nothing. */
export const accessChecks = (bucket: string, seal: Seal): AccessChecks =>
  checksOf({ objects: writeOnceObjects(bucket), seal });

export const checksOf =
  (on: On): AccessChecks =>
  ({ parties, day, today, from, onAccess }) => {
    const chains = parties.flatMap(lanesOf);
    return day === undefined
      ? checkChains({ chains, from, onRead: onAccess && opened(onAccess), ...on })
      : checkDays(chains.slice(from === undefined ? 0 : chains.indexOf(from.chain)), { day, today }, on);
  };

const opened =
  (onAccess: NonNullable<WhichAccesses["onAccess"]>) =>
  ({ key, access }: ReadEntry): void => {
    const place = placeIn(key);
    if (access !== undefined && place !== undefined) onAccess(access, nameOf(place));
  };

/** Opens one entry, by its name. Undefined if there is none, or none that opens. */
export const openedAccess =
  (bucket: string, seal: Seal, objects: On["objects"] = writeOnceObjects(bucket)) =>
  async (name: string): Promise<Access | undefined> => {
    const key = keyNamed(name);
    const [read] = key === undefined ? [] : await readEntries([key], { objects, seal });
    return read?.access;
  };

/** Ours: a function reads so many entries in some ten seconds. */
const mostEntries = 5000;

async function checkDays(
  chains: readonly string[],
  days: { readonly day: CivilDate; readonly today: CivilDate },
  on: On,
): Promise<PartChecked> {
  const faults: ChainFault[] = [];
  let entries = 0;
  for (const chain of chains) {
    if (entries >= mostEntries) return { faults, entries, next: { chain } };
    const checked = await checkSpan({ chain, from: days.day, to: days.day, today: days.today }, on);
    faults.push(...checked.faults);
    entries += checked.entries;
  }
  return { faults, entries };
}
