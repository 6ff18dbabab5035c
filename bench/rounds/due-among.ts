import { writeSync } from "node:fs";
import { dueAmong } from "../../test/scale/due-among.ts";
import { figureLine } from "../processes.ts";

/** Runs of follow-up with 100 due among so many. Prints the milliseconds and the queries of those after the warm-up. */
const [name = "", stored = ""] = process.argv.slice(2);
const warmUp = 3;

const runs = await dueAmong({ due: 100, stored: Number(stored), runs: warmUp + 7 });
for (const { calls, notified, milliseconds } of runs.slice(warmUp)) {
  if (notified !== 100) throw new Error(`${notified} of 100 were due`);
  writeSync(1, figureLine(name, milliseconds));
  writeSync(1, figureLine(`${name}:queries`, calls["Query"] ?? 0));
}
process.exit();
