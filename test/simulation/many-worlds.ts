import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { World } from "./world.ts";

interface Options {
  readonly seeds: readonly number[];
  /** In each world. */
  readonly decisions: number;
  readonly onWorld: (world: World) => void;
}

/** Lives through a world per seed, on every core; returns them in the order of their seeds. */
export async function manyWorlds({ seeds, decisions, onWorld }: Options): Promise<readonly World[]> {
  const cores = Math.min(availableParallelism(), seeds.length);
  const shares = Array.from({ length: cores }, (_, core) =>
    seeds.filter((_seed, index) => index % cores === core),
  );
  const worlds: World[] = [];
  await Promise.all(
    shares.map((share) =>
      ended(share, decisions, (world) => {
        worlds.push(world);
        onWorld(world);
      }),
    ),
  );
  return worlds.sort((a, b) => a.seed - b.seed);
}

function ended(seeds: readonly number[], decisions: number, onWorld: (world: World) => void): Promise<void> {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { workerData: { seeds, decisions } });
  return new Promise((resolve, reject) => {
    worker.on("message", onWorld);
    worker.on("error", reject);
    worker.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`a worker ended with ${code}`))));
  });
}
