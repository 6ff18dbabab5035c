import type { Violation } from "../invariants/violations.ts";
import { live, type World, type WorldOptions } from "../world/world.ts";
import { type Await, crashAt, type FunctionName, type PlannedCrash } from "./faults.ts";
import { onlyFault } from "./one-fault.ts";

/** What came of crashing a small world at each of its awaits in turn, one world per crash. */
export interface Crashes {
  /** How many places there are: before and after each await of each run. */
  readonly places: number;
  /** In how many of them the crash did happen. */
  readonly crashed: number;
  /** By function, the longest row of awaits that any run of it had. */
  readonly awaits: ReadonlyMap<FunctionName, number>;
  readonly violations: readonly (Violation & { readonly crash: PlannedCrash })[];
}

/** A small world in which every function runs, decisions end in every way and proposals are made, taken back and answered. */
export const smallWorld = {
  seed: 3319,
  decisions: 12,
  replayed: 0.2,
  // A signature adds no await, and so no place to crash at.
  kind: { lasts: "weeks", hasManyShapes: false, hasSignatures: false },
} as const;

type Broken = Pick<WorldOptions, "parts" | "isConditional">;

/** The small world, crashed at one place. */
export const crashedAt = (crash: PlannedCrash, options: Broken = {}): Promise<World> =>
  live({ ...smallWorld, ...options, faults: () => crashAt(crash) });

/** Every await of every run of every function in the small world. */
export async function everyAwait(options: Broken = {}): Promise<readonly Await[]> {
  const awaits: Await[] = [];
  await live({
    ...smallWorld,
    ...options,
    faults: onlyFault("none"),
    onAwait: (awaited) => awaits.push(awaited),
  });
  return awaits;
}

/** A crash before each call, and one after it. */
export const crashesAt = (awaits: readonly Await[]): readonly PlannedCrash[] =>
  awaits.flatMap(({ run, index }) => [
    { run, index, moment: "crash-before" },
    { run, index, moment: "crash-after" },
  ]);

/** What came of the worlds that were crashed, in the order of the plans for them. */
export function crashesIn(worlds: readonly World[], awaits: readonly Await[]): Crashes {
  const happened = worlds.filter(({ faults }) => faults.size > 0).length;
  const plans = crashesAt(awaits);
  return {
    places: plans.length,
    crashed: happened,
    awaits: longest(awaits),
    violations: worlds.flatMap(({ violations }, index) =>
      violations.flatMap((found) => {
        const crash = plans[index];
        return crash ? [{ ...found, crash }] : [];
      }),
    ),
  };
}

/** Crashes at await k for every k of every run of every function, before the call and after it: enumerated, not sampled. */
export async function crashEverywhere(options: Broken = {}): Promise<Crashes> {
  const awaits = await everyAwait(options);
  const worlds: World[] = [];
  for (const crash of crashesAt(awaits)) worlds.push(await crashedAt(crash, options));
  return crashesIn(worlds, awaits);
}

function longest(places: readonly Await[]): ReadonlyMap<FunctionName, number> {
  const awaits = new Map<FunctionName, number>();
  for (const place of places) awaits.set(place.in, Math.max(awaits.get(place.in) ?? 0, place.index));
  return awaits;
}
