import { type Await, crashAt, type FunctionName, faultsByRate, type PlannedCrash } from "./faults.ts";
import type { Seeded } from "./seeded.ts";
import type { Violation } from "./violations.ts";
import { live, type World, type WorldOptions } from "./world.ts";

/** What came of crashing a small world at each of its awaits in turn, one world per crash. */
export interface Crashes {
  /** How many places there are: before and after each await of each run. */
  readonly places: number;
  /** In how many of them the crash did happen. */
  readonly crashed: number;
  /** By function, the longest row of awaits that any run of it had. */
  readonly awaits: ReadonlyMap<FunctionName, number>;
  readonly decisions: number;
  readonly faults: number;
  readonly violations: readonly (Violation & { readonly crash: PlannedCrash })[];
}

/** A small world in which every function runs, decisions end in every way and proposals are made, taken back and answered. */
export const smallWorld = { seed: 345, decisions: 12, replayed: 0.2 } as const;

const calm = (chance: Seeded) => faultsByRate(chance, 0);

/**
 * Crashes at await k for every k of every run of every function, before the call and after it: enumerated, not
 * sampled. `onWorld` is told of each world.
 */
export async function crashEverywhere(
  options: Pick<WorldOptions, "parts" | "isConditional"> = {},
  onWorld: () => void = () => {},
): Promise<Crashes> {
  const places: Await[] = [];
  await live({ ...smallWorld, ...options, faults: calm, onAwait: (awaited) => places.push(awaited) });

  const plans = places.flatMap(({ run, index }): readonly PlannedCrash[] => [
    { run, index, moment: "crash-before" },
    { run, index, moment: "crash-after" },
  ]);
  const worlds: (World & { readonly crash: PlannedCrash })[] = [];
  for (const crash of plans) {
    worlds.push({ ...(await live({ ...smallWorld, ...options, faults: () => crashAt(crash) })), crash });
    onWorld();
  }
  const happened = worlds.filter(({ faults }) => faults.size > 0).length;
  return {
    places: plans.length,
    crashed: happened,
    awaits: longest(places),
    decisions: worlds.reduce((sum, { decisions }) => sum + decisions, 0),
    faults: happened,
    violations: worlds.flatMap(({ violations, crash }) => violations.map((found) => ({ ...found, crash }))),
  };
}

function longest(places: readonly Await[]): ReadonlyMap<FunctionName, number> {
  const awaits = new Map<FunctionName, number>();
  for (const place of places) awaits.set(place.in, Math.max(awaits.get(place.in) ?? 0, place.index));
  return awaits;
}
