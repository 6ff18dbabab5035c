import "../../test/simulation/platform/silent-log.ts";
import { writeSync } from "node:fs";
import { neighboursOf } from "../../test/scale/neighbours.ts";
import { figureLine } from "../processes.ts";

/** The neighbours of a flooded party, in virtual time. */
const { ratio, answers } = await neighboursOf({ seed: 1, minutes: 10, perMinute: 2, times: 100 });
writeSync(1, figureLine("ratio", ratio));
writeSync(1, figureLine("answers", answers));
process.exit();
