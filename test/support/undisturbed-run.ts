import { crashAt } from "../simulation/faults/faults.ts";
import { type Run, startRun } from "../simulation/platform/run.ts";
import { type Seeded, seeded } from "../simulation/world/seeded.ts";
import { virtualTime } from "../simulation/world/virtual-time.ts";

export const aSeed = (): Seeded => seeded("a world without chance");

/** No fault at all. */
export const noFaults = () => crashAt({ run: 0, index: 0, moment: "crash-before" });

/** One run of a function in a simulated world in which nothing fails. */
export const undisturbed = (): Run =>
  startRun("receive-decision", {
    number: 1,
    faults: noFaults(),
    time: virtualTime(0),
    chance: aSeed(),
    onAwait: () => {},
  });
