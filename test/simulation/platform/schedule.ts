import { instantOf } from "@hemvist/rules";
import type { Faults } from "../faults/faults.ts";
import { skewedClock } from "../faults/skewed-clock.ts";
import type { Seeded } from "../world/seeded.ts";
import { hour, minute, type VirtualTime } from "../world/virtual-time.ts";

interface Options {
  readonly time: VirtualTime;
  readonly until: number;
  readonly chance: Seeded;
  readonly faults: Faults;
  readonly invoke: (scheduledTime: string) => void;
}

/** Every full hour, more or less: a run may be skipped, come twice, overlap with itself or come hours late. */
export function everyHour({ time, until, chance, faults, invoke }: Options): void {
  const clock = skewedClock("schedule-clock-wrong", { time, chance, faults });
  for (let due = Math.ceil(time.now() / hour) * hour; due <= until; due += hour) {
    time.at(due, () => {
      const scheduledTime = instantOf(clock());
      if (faults.happens("schedule-skipped", 0.02)) return;
      const wait = faults.happens("schedule-late", 0.02) ? chance.below(5 * hour) : 0;
      time.after(wait, () => invoke(scheduledTime));
      if (faults.happens("schedule-doubled", 0.02))
        time.after(chance.below(20 * minute), () => invoke(scheduledTime));
      if (faults.happens("schedule-overlapping", 0.02)) time.after(wait, () => invoke(scheduledTime));
    });
  }
}
