import "./silent-log.ts";
import { parentPort } from "node:worker_threads";
import { crashedAt } from "./crash-everywhere.ts";
import type { Task } from "./many-worlds.ts";
import { live } from "./world.ts";

// Errors are thrown on purpose by the hundred thousand here. Where is told by the one world that a line replays.
Error.stackTraceLimit = 0;

/** Lives through one world after the other, as it is asked to. */
parentPort?.on("message", (task: Task) => {
  void (async () => parentPort?.postMessage(await ("crash" in task ? crashedAt(task.crash) : live(task))))();
});
