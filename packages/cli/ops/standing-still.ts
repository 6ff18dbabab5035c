import type { QueueFigures } from "@hemvist/adapters/queue-figures";
import {
  addressOf,
  isDeadLetterName,
  logicalName,
  partyOf,
  type Traffic,
  withoutDeadLetters,
} from "@hemvist/rules";

/** A queue, as an operator judges it. */
export interface Standing extends QueueFigures {
  readonly state: "stands-still" | "dead-letters" | "well";
  /** How much of the time has passed after which SQS erases the oldest message. */
  readonly percentOfKept: number;
  /** A function of hemvist's, a party, or operators. */
  readonly readBy: string;
}

/**
 * Ours, in seconds, as the alarms have it: infra/alarms/queue-alarms.ts. hemvist reads a message within seconds. A
 * party's system may be closed over a weekend.
 */
export const patience: Readonly<Record<Traffic, number>> = {
  decisions: 30 * 60,
  progress: 60 * 60,
  inbox: 3 * 86_400,
  assignments: 3 * 86_400,
};

/** Who reads a queue, by its name in SQS, and whether something is wrong with it. */
export function standingOf(figures: QueueFigures): Standing {
  const name = logicalName(figures.queue);
  const queue = withoutDeadLetters(name);
  const { oldest = 0, keptFor, waiting, inFlight } = figures;
  const isDead = isDeadLetterName(name);
  const traffic = addressOf(queue)?.traffic;
  return {
    ...figures,
    state: isDead ? stateOfDead(waiting + inFlight) : stateOf(traffic, oldest),
    percentOfKept: keptFor === 0 ? 0 : Math.floor((100 * oldest) / keptFor),
    readBy: isDead ? operators : readerOf(queue, traffic),
  };
}

/** Whether a party acts on what lies there: reads it, or sends it anew. */
export function isOfParty({ queue, readBy }: Pick<Standing, "queue" | "readBy">): boolean {
  const traffic = addressOf(withoutDeadLetters(logicalName(queue)))?.traffic;
  if (traffic === undefined) return false;
  return readBy === operators || traffic === "inbox" || traffic === "assignments";
}

/** Operators handle what lies in a dead-letter queue. */
export const operators = "ops";

const stateOfDead = (many: number): Standing["state"] => (many > 0 ? "dead-letters" : "well");

const stateOf = (traffic: Traffic | undefined, oldest: number): Standing["state"] =>
  traffic !== undefined && oldest > patience[traffic] ? "stands-still" : "well";

function readerOf(queue: string, traffic: Traffic | undefined): string {
  switch (traffic) {
    case "decisions":
      return "receive-decision";
    case "progress":
      return "record-progress";
    case "inbox":
    case "assignments":
    case undefined:
      return partyOf(queue);
  }
}
