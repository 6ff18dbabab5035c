import type { QueueFigures } from "@hemvist/adapters/queue-figures";
import { allQueues } from "@hemvist/operations/asking";
import type { Command } from "./command.ts";
import { notLookedAtJson, notLookedAtLines } from "./not-looked-at.ts";
import { queuesText } from "./queues-text.ts";
import { type Standing, standingOf } from "./standing-still.ts";

/**
 * Says of each queue what lies there, for how long, who reads it and whom to call. It asks SQS and CloudWatch itself, so
 * it works also while the function for operators does not.
 */
export const queuesCommand: Command = {
  name: "queues",
  usage: "[--json]",
  summary: {
    sv: "Varje kö: hur mycket som ligger där, hur länge, vem som läser och vem du ringer.",
    en: "Every queue: how much lies there, for how long, who reads it and whom to call.",
  },
  runbook: "queue-old",
  flags: [],
  async run(_given, { terminal }) {
    terminal.progress({ sv: "Läser köerna …", en: "Looking at the queues …" });
    // The clients take a third of a second to load, and no other command needs them.
    const { queueFigures } = await import("@hemvist/adapters/queue-figures");
    const seen = await queueFigures(allQueues, Date.now());
    const queues = seen
      .filter((one): one is QueueFigures => !("why" in one))
      .map(standingOf)
      .toSorted(byTrouble);
    const notLookedAt = seen.flatMap((one) =>
      "why" in one ? [{ queue: one.queue, error: one.why instanceof Error ? one.why.name : "" }] : [],
    );
    return {
      text: [queuesText(queues, terminal), ...notLookedAtLines(notLookedAt, terminal)].join("\n"),
      json: { queues, notLookedAt: notLookedAtJson(notLookedAt) },
      allWell: notLookedAt.length === 0 && queues.every(({ state }) => state === "well"),
    };
  },
};

const order: readonly Standing["state"][] = ["stands-still", "dead-letters", "well"];

/** What stands still first, and there what SQS will erase soonest. */
const byTrouble = (one: Standing, other: Standing): number =>
  order.indexOf(one.state) - order.indexOf(other.state) ||
  other.percentOfKept - one.percentOfKept ||
  other.waiting - one.waiting;
