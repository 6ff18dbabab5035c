import { writeSync } from "node:fs";
import { dueAmong } from "../../test/scale/due-among.ts";
import { figureLine } from "../processes.ts";

/** One run of follow-up with 100 due among so many. Prints its milliseconds and its queries. */
const [name = "", stored = ""] = process.argv.slice(2);

const { calls, notified, milliseconds } = await dueAmong({ due: 100, stored: Number(stored) });
if (notified !== 100) throw new Error(`${notified} of 100 were due`);
writeSync(1, figureLine(name, milliseconds));
writeSync(1, figureLine(`${name}:queries`, calls["Query"] ?? 0));
process.exit();
