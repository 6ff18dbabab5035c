import type { Seeded } from "../world/seeded.ts";

export type FunctionName = "receive-decision" | "record-progress" | "hand-off" | "follow-up";

/** What may go wrong with one call to a port. */
export type CallFault =
  | "crash-before"
  | "crash-after"
  | "throttled"
  /** The call did what it should, and its answer is lost. */
  | "answer-lost"
  /** The same, and the SDK tried once more by itself. */
  | "answer-lost-and-retried"
  /** The call comes so late that another run may have the message by then. */
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

/** How many of a thousand calls meet with a fault, in calm worlds and in stormy ones. */
export type Rates = readonly [number, ...number[]];

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

/** Faults by rate, decided by the seed, until they are stopped. */
export function faultsByRate(chance: Seeded, rates: Rates): Faults {
  const counts = new Map<string, number>();
  const ofCalls = chance.pick(rates) / 1000;
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
      if (isOver || !chance.chance(probability)) return false;
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
