import type { Seeded } from "../world/seeded.ts";
import { minute, type VirtualTime } from "../world/virtual-time.ts";
import type { Faults, FunctionName } from "./faults.ts";

/** Which version of the code a run is of: this repository's, or the one that comes after it. */
export type Code = "today" | "next";

export interface Deployments {
  /** The code of a run that starts now; undefined where the function cannot start. */
  readonly start: (name: FunctionName) => Code | undefined;
  /** From now on; for some minutes runs of both versions are alive at once. */
  readonly release: (code: Code) => void;
  /** The function lacks a setting, and each of its runs fails before it has begun. */
  readonly loseSetting: (name: FunctionName, until: number) => void;
  /** Nothing invokes it until then. */
  readonly disable: (name: FunctionName, until: number) => void;
  readonly disabledFor: (name: FunctionName) => number;
  /** Whether the next version has been released, and may have written something. */
  readonly hasNext: () => boolean;
  /** Whether parties may use what only the next version knows: it has been announced. */
  readonly isNextAnnounced: () => boolean;
}

interface Options {
  readonly time: VirtualTime;
  readonly chance: Seeded;
  readonly faults: Faults;
}

/** How long old and new are alive side by side. */
const overlap = 20 * minute;

export function deployments({ time, chance, faults }: Options): Deployments {
  const disabled = new Map<FunctionName, number>();
  const withoutSetting = new Map<FunctionName, number>();
  let newest: Code = "today";
  let before: Code = "today";
  let overlapsUntil = 0;
  let hasNext = false;
  let announcedFrom = Number.POSITIVE_INFINITY;

  function codeNow(): Code {
    if (newest === before || time.now() > overlapsUntil || chance.chance(0.5)) return newest;
    faults.count("run-of-another-version");
    return before;
  }
  return {
    start(name) {
      if ((withoutSetting.get(name) ?? 0) <= time.now()) return codeNow();
      faults.count("setting-missing");
      return undefined;
    },
    release(code) {
      [before, newest] = [newest, code];
      overlapsUntil = time.now() + overlap;
      if (code !== "next") return;
      hasNext = true;
      announcedFrom = Math.min(announcedFrom, overlapsUntil);
    },
    disable: (name, until) => void disabled.set(name, until),
    disabledFor: (name) => (disabled.get(name) ?? 0) - time.now(),
    loseSetting: (name, until) => void withoutSetting.set(name, until),
    hasNext: () => hasNext,
    isNextAnnounced: () => time.now() > announcedFrom,
  };
}
