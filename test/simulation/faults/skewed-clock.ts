import type { Seeded } from "../world/seeded.ts";
import { minute, type VirtualTime } from "../world/virtual-time.ts";
import type { Faults } from "./faults.ts";

interface Options {
  readonly time: VirtualTime;
  readonly chance: Seeded;
  readonly faults: Faults;
}

/** How far a clock of the platform's may be off, either way. */
const mostOff = 5 * minute;

/**
 * A clock of AWS: SQS's, the schedule's, the stream's. Now and then a reading is minutes
 * off, either way, so that of two readings the later may say the earlier time.
 */
export const skewedClock =
  (name: string, { time, chance, faults }: Options) =>
  (): number =>
    faults.happens(name, 0.01) ? time.now() + chance.below(2 * mostOff) - mostOff : time.now();
