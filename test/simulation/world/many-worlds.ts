import { availableParallelism } from "node:os";
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import type { PlannedCrash } from "../faults/faults.ts";
import type { World } from "./world.ts";

/** A world to live through: one of a seed, or the small one with a crash in it. */
export type Task = { readonly seed: number; readonly decisions: number } | { readonly crash: PlannedCrash };

/**
 * Lives through many worlds, on every core: each takes the next one when it is done with its last, so that all are
 * busy to the end.
 * @returns the worlds in the order of their tasks
 */
export async function manyWorlds(
  tasks: readonly Task[],
  onWorld: (world: World, task: Task) => void,
): Promise<readonly World[]> {
  for (const flag of flags) setFlagsFromString(flag);
  const worlds = new Map<number, World>();
  const left = tasks.entries();
  const cores = Math.min(availableParallelism(), tasks.length);
  await Promise.all(
    Array.from({ length: cores }, async () => {
      const worker = startWorker();
      for (const [index, task] of left) {
        const world = await worker.live(task);
        worlds.set(index, world);
        onWorld(world, task);
      }
      await worker.end();
    }),
  );
  return [...worlds].sort(([a], [b]) => a - b).map(([, world]) => world);
}

// Nearly all that a world makes is thrown away when it ends: with room for the whole of it, little of it is ever moved.
// What outlives a collection in one world is no likelier to in the next, and is not put where things stay.
// What code has learned is kept, though a world may go by without it. With less of it written out twice, each decision,
// which goes through all of it, takes a little less time.
const roomMb = 256;
const flags = [
  `--scavenger-max-new-space-capacity-mb=${roomMb}`,
  `--min-semi-space-size=${roomMb}`,
  `--initial-old-space-size=${4 * roomMb}`,
  "--no-allocation-site-pretenuring",
  "--no-parallel-scavenge",
  "--no-flush-bytecode",
  "--max-inlined-bytecode-size=230",
  "--max-inlined-bytecode-size-cumulative=400",
];
const resourceLimits = { maxYoungGenerationSizeMb: 3 * roomMb };

function startWorker() {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { resourceLimits });
  return {
    live: (task: Task): Promise<World> =>
      new Promise((resolve, reject) => {
        worker.removeAllListeners();
        worker.once("message", resolve);
        worker.once("error", reject);
        worker.once("exit", (code) => reject(new Error(`a worker ended with ${code}`)));
        worker.postMessage(task);
      }),
    async end(): Promise<void> {
      worker.removeAllListeners();
      await worker.terminate();
    },
  };
}
