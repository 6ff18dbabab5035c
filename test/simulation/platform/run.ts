import type { Await, CallFault, Faults, FunctionName } from "../faults/faults.ts";
import type { Seeded } from "../world/seeded.ts";
import { minute, second, type VirtualTime } from "../world/virtual-time.ts";

/** What the platform throws when it is in trouble. */
export class Passing extends Error {
  override readonly name = "Passing";
}

/** One run of a function: it makes calls, and may die at any of them. */
export interface Run {
  readonly call: <T>(port: string, act: () => T) => Promise<T>;
  /** Runs the function; undefined where it died before it had answered. */
  readonly through: <T>(handle: () => Promise<T>) => Promise<T | undefined>;
  /** Whether any of its calls met with a fault. */
  readonly isDisturbed: () => boolean;
  /** Whether a call that it has begun has not ended: a run that answers then has not waited for it. */
  readonly isCalling: () => boolean;
}

const never = <T>(): Promise<T> => new Promise(() => {});

export function startRun(
  name: FunctionName,
  {
    number,
    faults,
    time,
    chance,
    onAwait,
    isSlow = false,
  }: {
    readonly number: number;
    readonly faults: Faults;
    readonly time: VirtualTime;
    readonly chance: Seeded;
    readonly onAwait: (awaited: Await, fault: CallFault | undefined) => void;
    /** Every call comes late. */
    readonly isSlow?: boolean;
  },
): Run {
  let awaits = 0;
  let underWay = 0;
  let isDead = false;
  const lives = (): boolean => !isDead;
  let isDisturbed = false;
  let died = (): void => {};
  const death = new Promise<undefined>((resolve) => {
    died = () => resolve(undefined);
  });
  const die = <T>(): Promise<T> => {
    isDead = true;
    died();
    return never();
  };

  async function call<T>(port: string, act: () => T): Promise<T> {
    if (!lives()) return never();
    underWay += 1;
    try {
      awaits += 1;
      const awaited: Await = { in: name, run: number, index: awaits, port };
      const fault = faults.at(awaited);
      onAwait(awaited, fault);
      if (isSlow) await time.sleep(howLate(chance));
      // No call arrives at once, and no answer comes at once.
      await Promise.resolve();
      const answer = fault === undefined ? act() : await failing(fault, act);
      await Promise.resolve();
      return answer;
    } finally {
      underWay -= 1;
    }
  }

  async function failing<T>(fault: CallFault, act: () => T): Promise<T> {
    isDisturbed = true;
    switch (fault) {
      case "crash-before":
        return die();
      case "crash-after":
        act();
        return die();
      case "throttled":
        throw new Passing(fault);
      case "answer-lost":
        act();
        throw new Passing(fault);
      case "answer-lost-and-retried":
        act();
        return act();
      case "late-call":
        await time.sleep(howLate(chance));
        return lives() ? act() : never();
      case "late-answer": {
        const answer = act();
        await time.sleep(howLate(chance));
        return lives() ? answer : never();
      }
    }
  }

  return {
    call,
    isDisturbed: () => isDisturbed,
    isCalling: () => underWay > 0,
    through: (handle) => Promise.race([handle(), death]),
  };
}

/** Mostly a moment, now and then longer than a message stays hidden. */
const howLate = (chance: Seeded): number =>
  chance.chance(0.3) ? chance.below(8 * minute) : chance.below(30 * second);
