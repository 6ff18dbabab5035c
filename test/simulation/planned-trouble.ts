import { sendingTime } from "./case-system.ts";
import type { Faults } from "./faults.ts";
import type { Platform } from "./platform.ts";
import type { Seeded } from "./seeded.ts";
import { day, hour, type VirtualTime } from "./virtual-time.ts";

interface Options {
  readonly time: VirtualTime;
  readonly chance: Seeded;
  readonly faults: Faults;
  readonly faultsStop: number;
}

const functions = ["receive-decision", "record-progress", "hand-off", "follow-up"] as const;

/** What goes wrong with a whole world at once, in some of them: each world's plan is decided before it begins. */
export function planTrouble(
  hemvist: Platform,
  { time, chance, faults, faultsStop }: Options,
): { readonly isStreamOff: boolean } {
  const sometime = (): number => chance.below(sendingTime);
  const isStreamOff = faults.happens("stream-off-for-25-hours", 0.05);
  if (isStreamOff) time.after(sometime(), () => hemvist.stream.switchOff(25 * hour));

  if (faults.happens("queue-withdrawn", 0.1)) {
    const queue = chance.pick(["inbox-sf-centrum", "assignments-kompetenscenter", "inbox-arbvux"]);
    time.after(sometime(), () => hemvist.withdraw(queue, time.now() + chance.below(20) * hour));
  }
  if (faults.happens("table-down", 0.1))
    time.after(sometime(), () => hemvist.tableDown(time.now() + chance.below(3 * hour)));
  if (faults.happens("setting-lost", 0.1)) {
    const name = chance.pick(functions);
    time.after(sometime(), () => hemvist.code.loseSetting(name, time.now() + chance.below(3 * hour)));
  }
  if (faults.happens("rolled-back", 0.1)) {
    const released = sometime();
    time.after(released, () => hemvist.code.release("next"));
    time.after(released + chance.below(day), () => hemvist.code.release("today"));
    time.at(faultsStop - hour, () => hemvist.code.release("next"));
  }
  return { isStreamOff };
}
