import type { Access } from "@hemvist/casework";
import type { CivilDate } from "@hemvist/rules";
import type { Seal } from "../seal.ts";
import { checkSpan, keysIn } from "./check-chains.ts";
import { lanesOf, nameOf, placeIn } from "./entry.ts";
import type { ChainFault } from "./faults-in-chain.ts";
import { type HeadOf, keepHeads } from "./heads.ts";
import { type WriteOnceObjects, writeOnceObjects } from "./write-once-objects.ts";

interface Days {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** What the recurring check reads of the access log. */
export interface AccessWeeks {
  /** Writes down the newest entry of each chain. A later check finds what was cut off since. */
  readonly keepHeads: (parties: readonly string[], at: string) => Promise<readonly HeadOf[]>;
  /** A party's accesses in some days, and what is wrong there. */
  readonly accesses: (party: string, days: Days & { readonly today: CivilDate }) => Promise<OfDays>;
  /** On which day each of a party's accesses was, by the names of the entries alone. */
  readonly daysOfAccesses: (party: string, days: Days) => Promise<readonly CivilDate[]>;
  /** Whether the log can be listed. */
  readonly check: () => Promise<unknown>;
}

export interface OfDays {
  readonly accesses: readonly (Access & { readonly entry: string })[];
  readonly faults: readonly ChainFault[];
}

export const accessWeeks = (bucket: string, seal: Seal): AccessWeeks =>
  weeksOf({ objects: writeOnceObjects(bucket), seal });

export const weeksOf = ({
  objects,
  seal,
}: {
  readonly objects: WriteOnceObjects;
  readonly seal: Seal;
}): AccessWeeks => ({
  keepHeads: (parties, at) => keepHeads({ chains: parties.flatMap(lanesOf), at }, objects),
  async accesses(party, days) {
    const checked = await Promise.all(
      lanesOf(party).map((chain) => checkSpan({ chain, ...days }, { objects, seal })),
    );
    const read = checked.flatMap((one) => one.read);
    return {
      faults: checked.flatMap(({ faults }) => faults),
      accesses: read.flatMap(({ key, access }) => {
        const place = placeIn(key);
        return access === undefined || place === undefined ? [] : [{ ...access, entry: nameOf(place) }];
      }),
    };
  },
  async daysOfAccesses(party, days) {
    const keys = await Promise.all(lanesOf(party).map((chain) => keysIn({ chain, ...days }, objects)));
    return keys.flatMap(({ own }) => own.flatMap((key) => placeIn(key)?.day ?? []));
  },
  check: () => objects.list({ prefix: "self-check", most: 1 }),
});
