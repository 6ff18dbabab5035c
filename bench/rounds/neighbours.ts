import { writeSync } from "node:fs";
import { neighboursOf } from "../../test/scale/neighbours.ts";
import { figureLine } from "../processes.ts";

/** The neighbours of a flooded party, in virtual time. The functions log each message, and no line of it is written out. */
process.stdout.write = () => true;

const { ratio, answers } = await neighboursOf({ seed: 1, minutes: 10, perMinute: 2, times: 100 });
writeSync(1, figureLine("ratio", ratio));
writeSync(1, figureLine("answers", answers));
process.exit();
