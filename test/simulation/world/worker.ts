import "../platform/silent-log.ts";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { parentPort } from "node:worker_threads";
import { crashedAt } from "../faults/crash-everywhere.ts";
import type { Task } from "./many-worlds.ts";
import { live, type World } from "./world.ts";

// A hundred thousand errors are thrown on purpose here. To see where, replay the one world.
Error.stackTraceLimit = 0;

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as (options: { readonly type: "minor" }) => void;

async function lived(task: Task): Promise<World> {
  // Of the world before this one little can be reached any more: collecting costs least now.
  collect({ type: "minor" });
  return "crash" in task ? crashedAt(task.crash) : live(task);
}

/** Lives through one world after the other, as it is asked to. */
parentPort?.on("message", (task: Task) => void lived(task).then((world) => parentPort?.postMessage(world)));
