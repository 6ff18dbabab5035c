import type { RunningSystem } from "@hemvist/local";
import { type Seeded, seeded } from "../simulation/world/seeded.ts";

const everyReader = "everything that reads";

/** When something is to die: the number of the change of the table in whose midst it happens, or after it. */
interface Planned {
  readonly at: number;
  readonly what: string;
}

/** How many of each there have been. */
export type Restarts = Readonly<Record<string, number>>;

/**
 * Kills functions while they run, by a plan from the seed: at the next change of the table at which the function that
 * is to die has a batch in hand. One that never has is left out, and not counted.
 */
export function restarts({ seed, changes, crashes }: { seed: number; changes: number; crashes: number }) {
  const plan = planOf(seeded(`restarts ${seed}`), { changes, crashes });
  const done: Record<string, number> = {};
  let waiting: Planned[] = [];
  let seen = 0;

  const strike = (system: RunningSystem, what: string): boolean => {
    if (what !== everyReader) return system.crash(what);
    system.restartReaders();
    return true;
  };

  return {
    done: (): Restarts => done,
    /** A change has come about: its writer is in the middle of a batch. */
    onChange(system: RunningSystem): void {
      seen += 1;
      while (plan[0] !== undefined && plan[0].at <= seen) waiting.push(...plan.splice(0, 1));
      waiting = waiting.filter(({ what }) => {
        const hasStruck = strike(system, what);
        if (hasStruck) done[what] = (done[what] ?? 0) + 1;
        return !hasStruck;
      });
    },
  };
}

function planOf(chance: Seeded, { changes, crashes }: { changes: number; crashes: number }): Planned[] {
  const victims = [
    "hemvist-receive-decision",
    "hemvist-receive-decision",
    "hemvist-hand-off",
    "hemvist-hand-off",
    "hemvist-record-progress",
  ] as const;
  const at = (): number => 1 + chance.below(changes);
  return [
    ...Array.from({ length: crashes }, () => ({ at: at(), what: chance.pick(victims) })),
    // Both once at least: neither the schedule nor the readers may be what was never tried.
    { at: 1, what: "hemvist-follow-up" },
    { at: at(), what: everyReader },
  ].sort((a, b) => a.at - b.at);
}
