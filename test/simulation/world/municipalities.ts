import { createHash } from "node:crypto";
import { madeUp, mostMadeUp } from "../../municipality/made-up.ts";
import type { Violation } from "../invariants/violations.ts";
import { seeded } from "./seeded.ts";
import { liveSideBySide } from "./side-by-side.ts";
import { weekOf } from "./times.ts";
import { live, type World, type WorldOptions } from "./world.ts";

export interface ManyMunicipalities {
  /** In the order of their numbers. The first is the one that sends many times more than each other. */
  readonly worlds: readonly World[];
  readonly violations: readonly Violation[];
}

interface Asked {
  readonly seed: number;
  readonly municipalities: number;
  /** How many messages the case systems of each send by themselves, but for the first. */
  readonly each: number;
  /** How many times as much the first one sends. */
  readonly times: number;
  readonly parts?: WorldOptions["parts"];
}

/**
 * Lives through made-up municipalities side by side, all beginning in one week. Then each but the first lives alone,
 * from the same seed. It must store and send the same to the byte, at the same instants. So nothing of another has
 * reached it, and no other has delayed it.
 */
export async function manyMunicipalities(asked: Asked): Promise<ManyMunicipalities> {
  const all = worldsOf(asked);
  const beside = all.map(watched);
  const worlds = await liveSideBySide(beside.map(({ options }) => options));
  const violations = worlds.flatMap((world, index) => named(world.violations, all[index]));
  for (const [index, { digest }] of beside.entries()) {
    const options = all[index];
    if (index === 0 || options === undefined) continue;
    const alone = watched(options);
    await live(alone.options);
    if (alone.digest() === digest()) continue;
    const found = {
      invariant: "a municipality is the same beside others as alone",
      what: `seed ${options.seed}`,
    };
    violations.push(...named([found], options));
  }
  return { worlds, violations };
}

function worldsOf({ seed, municipalities, each, times, parts = {} }: Asked): readonly WorldOptions[] {
  const week = weekOf(seeded(`municipalities ${seed}`));
  return Array.from({ length: municipalities }, (_, index) => ({
    seed: seed * mostMadeUp + index,
    municipality: madeUp(index),
    decisions: index === 0 ? each * times : each,
    week,
    parts,
    kind: { hasManyShapes: false },
  }));
}

/** The same world, and the hash of all that it stores at rest, and of all that it sends with the instant of each. */
function watched(options: WorldOptions): { readonly options: WorldOptions; readonly digest: () => string } {
  const hash = createHash("sha256");
  let digest = "";
  return {
    digest: () => digest,
    options: {
      ...options,
      onAccepted: ({ queue, deduplicationId, body }, at) =>
        void hash.update(`${at} ${queue} ${deduplicationId} ${body}\n`),
      onRest: (records) => {
        for (const record of records.values()) hash.update(JSON.stringify(record));
        digest = hash.digest("hex");
      },
    },
  };
}

const named = (violations: readonly Violation[], options: WorldOptions | undefined): Violation[] =>
  violations.map(({ invariant, what }) => ({ invariant, what: `${options?.municipality?.code}: ${what}` }));
