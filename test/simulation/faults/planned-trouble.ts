import { assignmentsOf, inboxOf, type Municipality, partiesOf } from "@hemvist/rules";
import type { Resending } from "../parties/resending.ts";
import type { Platform } from "../platform/platform.ts";
import type { WorldKind } from "../world/kind.ts";
import type { Seeded } from "../world/seeded.ts";
import type { WorldTimes } from "../world/times.ts";
import { day, hour, minute, type VirtualTime } from "../world/virtual-time.ts";
import type { Faults } from "./faults.ts";
import { momentOf, restoreTo } from "./restore.ts";

interface Options {
  readonly time: VirtualTime;
  readonly chance: Seeded;
  readonly faults: Faults;
  readonly kind: WorldKind;
  readonly times: Pick<WorldTimes, "sendingTime" | "faultsStop">;
  readonly resending: Resending;
}

export interface Trouble {
  readonly isStreamOff: boolean;
  /** Then the parties must send again what they have sent. */
  readonly isRestored: boolean;
}

const functions = ["receive-decision", "record-progress", "hand-off", "follow-up"] as const;

/** What goes wrong with a whole world at once, in some of them: each world's plan is decided before it begins. */
export function planTrouble(
  hemvist: Platform,
  { time, chance, faults, kind, times, resending }: Options,
): Trouble {
  const { sendingTime, faultsStop } = times;
  const sometime = (): number => chance.below(sendingTime);
  const isLong = kind.lasts === "weeks";
  const isStreamOff = isLong && faults.happens("stream-off-for-25-hours", 0.2);
  if (isStreamOff) time.after(sometime(), () => hemvist.stream.switchOff(25 * hour));

  if (faults.happens("queue-withdrawn", 0.1)) {
    const queue = chance.pick(someQueuesOf(hemvist.municipality));
    time.after(sometime(), () => hemvist.withdraw(queue, time.now() + chance.below(20) * hour));
  }
  if (faults.happens("table-down", 0.1))
    time.after(sometime(), () => hemvist.tableDown(time.now() + chance.below(3 * hour)));
  if (faults.happens("sqs-down", 0.1))
    time.after(sometime(), () => hemvist.sqsDown(time.now() + chance.below(3 * hour)));
  if (faults.happens("key-away", 0.1))
    time.after(sometime(), () => hemvist.keyAway(time.now() + chance.below(3 * hour)));
  if (faults.happens("setting-lost", 0.1)) {
    const name = chance.pick(functions);
    time.after(sometime(), () => hemvist.code.loseSetting(name, time.now() + chance.below(3 * hour)));
  }
  if (kind.hasManyShapes && faults.happens("rolled-back", 1)) {
    const released = sometime();
    time.after(released, () => hemvist.code.release("next"));
    time.after(released + chance.below(day - 2 * hour), () => hemvist.code.release("today"));
    time.at(faultsStop - hour, () => hemvist.code.release("next"));
  }
  const isRestored = isLong && faults.happens("table-restored", 0.2);
  if (isRestored) restoreTheTable(hemvist, { time, resending, at: time.now() + 2 * hour + sometime() });
  return { isStreamOff, isRestored };
}

/** An administration's, a provider's and a listener's. */
function someQueuesOf(municipality: Municipality): readonly [string, ...string[]] {
  const { administrations, executors, listeners } = partiesOf(municipality);
  return [inboxOf(administrations[0] ?? ""), assignmentsOf(executors[0] ?? ""), ...listeners.map(inboxOf)];
}

/** The table goes back by an hour, and operators and parties do what `docs/runbooks/table-restored.md` says. */
function restoreTheTable(
  hemvist: Platform,
  { time, resending, at }: Pick<Options, "time" | "resending"> & { readonly at: number },
): void {
  const since = at - hour - day;
  time.at(at - hour, () => {
    const moment = momentOf(hemvist);
    time.at(at, () => restoreTo(moment, hemvist));
  });
  time.at(at - 30 * minute, () => {
    hemvist.stream.switchOff(40 * minute);
    hemvist.code.disable("receive-decision", at + 10 * minute);
    hemvist.code.disable("record-progress", at + 4 * hour);
    hemvist.code.disable("follow-up", at + 5 * hour);
  });
  time.at(at + 20 * minute, () => resending.again({ to: "decisions", since }));
  time.at(at + 3 * hour, () => resending.again({ to: "progress", since }));
}
