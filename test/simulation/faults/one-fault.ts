import type { Seeded } from "../world/seeded.ts";
import type { Faults } from "./faults.ts";

/** One kind of fault, as often as may be, and no other: what it alone brings to light. */
export const onlyFault =
  (name: string, probability = 1) =>
  (chance: Seeded): Faults => {
    const counts = new Map<string, number>();
    const count = (what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1);
    let isOver = false;
    return {
      counts,
      count,
      stop: () => {
        isOver = true;
      },
      at: () => undefined,
      happens(what) {
        if (isOver || what !== name || !chance.chance(probability)) return false;
        count(what);
        return true;
      },
    };
  };
