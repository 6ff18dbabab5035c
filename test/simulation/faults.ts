import type { Seeded } from "./seeded.ts";
import { minute, second, type VirtualTime } from "./virtual-time.ts";

export type FunctionName = "receive-decision" | "record-progress" | "hand-off" | "follow-up";

/** What may go wrong with one call to a port. */
export type CallFault =
  | "crash-before"
  | "crash-after"
  | "throttled"
  /** The call did what it should, and nobody was told. */
  | "answer-lost"
  /** The same, and the SDK tried once more by itself. */
  | "answer-lost-and-retried"
  /** The call comes so late that the message may be somebody else's by then. */
  | "late-call"
  | "late-answer";

/** One await of one run of a function: the port's call is what is awaited. */
export interface Await {
  readonly in: FunctionName;
  /** Which run of the world's, from 1. */
  readonly run: number;
  /** Which await of the run, from 1. */
  readonly index: number;
  readonly port: string;
}

export interface Faults {
  readonly at: (awaited: Await) => CallFault | undefined;
  /** Whether something else goes wrong, of which the platform alone decides: counted by its name. */
  readonly happens: (what: string, probability: number) => boolean;
  readonly count: (what: string) => void;
  readonly stop: () => void;
  readonly counts: ReadonlyMap<string, number>;
}

/** Where a run may be made to crash, once. */
export interface PlannedCrash {
  readonly run: number;
  readonly index: number;
  readonly moment: "crash-before" | "crash-after";
}

/** Of a thousand calls, in calm worlds and in stormy ones. */
const ofThousandCalls = [3, 10, 30] as const;
const kinds = [
  "crash-before",
  "crash-after",
  "throttled",
  "throttled",
  "answer-lost",
  "answer-lost-and-retried",
  "late-call",
  "late-answer",
] as const;

/** Faults by rate, decided by the seed, until they are stopped. `scale` 0 is a world without any. */
export function faultsByRate(chance: Seeded, scale = 1): Faults {
  const counts = new Map<string, number>();
  const ofCalls = (chance.pick(ofThousandCalls) / 1000) * scale;
  let isOver = false;
  const count = (what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1);
  return {
    counts,
    count,
    stop: () => {
      isOver = true;
    },
    at() {
      if (isOver || !chance.chance(ofCalls)) return undefined;
      const kind = chance.pick(kinds);
      count(kind);
      return kind;
    },
    happens(what, probability) {
      if (isOver || !chance.chance(probability * scale)) return false;
      count(what);
      return true;
    },
  };
}

/** One crash, where the plan says, and no other fault. */
export function crashAt(plan: PlannedCrash): Faults {
  const counts = new Map<string, number>();
  return {
    counts,
    count: () => {},
    stop: () => {},
    happens: () => false,
    at({ run, index }) {
      if (run !== plan.run || index !== plan.index) return undefined;
      counts.set(plan.moment, 1);
      return plan.moment;
    },
  };
}

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
  /** Whether a call that it has begun has not ended: whoever answers then has not waited for it. */
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
    underWay += 1;
    try {
      return await answerTo(port, act);
    } finally {
      underWay -= 1;
    }
  }

  async function answerTo<T>(port: string, act: () => T): Promise<T> {
    if (!lives()) return never();
    awaits += 1;
    const awaited: Await = { in: name, run: number, index: awaits, port };
    const fault = faults.at(awaited);
    onAwait(awaited, fault);
    if (isSlow) await time.sleep(howLate(chance));
    if (fault === undefined) return act();
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
