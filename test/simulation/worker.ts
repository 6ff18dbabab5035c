import "./silent-log.ts";
import { parentPort, workerData } from "node:worker_threads";
import { live } from "./world.ts";

/** Lives through its share of the worlds, and tells of each as it has ended. */
const { seeds, decisions } = workerData as { readonly seeds: readonly number[]; readonly decisions: number };
for (const seed of seeds) parentPort?.postMessage(await live({ seed, decisions }));
