import type { Parties } from "@hemvist/rules";
import { Duration } from "aws-cdk-lib";
import { oldestIn } from "../constructs/alarm-metrics.ts";
import { type Traffic, type WorkingQueue, workingQueues } from "../queue-names.ts";
import type { Explained } from "./explained.ts";

/** A message waits for too long in a queue that hemvist or a party reads. */
export const queueAlarms = (parties: Parties): readonly Explained[] =>
  workingQueues(parties).flatMap((queue) => [
    readByParty(queue) ? leftByParty(queue) : leftByHemvist(queue),
    ...shares.map((share) => nearlyErased(queue, share)),
  ]);

export const readByParty = ({ traffic }: Pick<WorkingQueue, "traffic">): boolean =>
  traffic === "inbox" || traffic === "assignments";

/** Of the time after which SQS erases a message, in per cent. */
export const shares = [50, 75, 90] as const;
export type Share = (typeof shares)[number];

/** How long SQS keeps a message: infra/constructs/party-queues.ts. A test holds the two together. */
const kept: Readonly<Record<Traffic, Duration>> = {
  decisions: Duration.days(7),
  progress: Duration.days(14),
  inbox: Duration.days(14),
  assignments: Duration.days(14),
};

export const secondsAt = (share: Share, of: Duration): number => (of.toSeconds() * share) / 100;

const hurt: Readonly<Record<Traffic, string>> = {
  decisions: "The SF has no answer, and no provider has the assignments of its decisions.",
  progress: "The SF sees an old status of the person's assignments.",
  inbox: "The party does not learn what became of its decisions.",
  assignments: "The provider does not know of the person, or of a change or a cancellation.",
};

/** Ours. hemvist reads a message within seconds, and SQS makes it a dead letter after an hour and a half. */
const patience = { decisions: Duration.minutes(30), progress: Duration.hours(1) };

const leftByHemvist = ({ name, traffic }: WorkingQueue): Explained => {
  const limit = traffic === "decisions" ? patience.decisions : patience.progress;
  return {
    name: `${name}-old`,
    metric: oldestIn(name),
    when: { above: limit.toSeconds() },
    periods: 1,
    whatHappened: `A message has waited in ${name} for more than ${limit.toHumanString()}. hemvist reads that queue.`,
    whatToDo: "See whether the queue's event source mapping is enabled and whether its function fails.",
    whoIsHurt: hurt[traffic],
    owner: "operations",
    cause: "stands-still",
    runbook: "queue-old",
  };
};

/** Ours: a party's system may be closed over a weekend. The alarm on the party's silence sends, by working days. */
const leftByParty = ({ name, traffic, party }: WorkingQueue): Explained => ({
  name: `${name}-old`,
  metric: oldestIn(name),
  when: { above: Duration.days(3).toSeconds() },
  periods: 1,
  whatHappened: `A message has waited in ${name} for more than 3 days. The party reads that queue.`,
  whatToDo: "Call the party. Its system does not read its queue, and SQS erases a message after 14 days.",
  whoIsHurt: hurt[traffic],
  owner: "operations",
  cause: `${party}-reads-nothing`,
  runbook: "party-silent",
});

/**
 * hemvist can send a party's messages again for 90 days. But what a party sent to hemvist is gone for good when SQS
 * erases it, so that rings, early enough for a weekend.
 */
const nearlyErased = (queue: WorkingQueue, share: Share): Explained => {
  const { name, traffic } = queue;
  const days = kept[traffic].toDays();
  return {
    name: `${name}-${share}-percent`,
    metric: oldestIn(name),
    when: { above: secondsAt(share, kept[traffic]) },
    periods: 1,
    whatHappened: `A message has waited in ${name} for ${share} % of the ${days} days after which SQS erases it.`,
    whatToDo: readByParty(queue)
      ? "Call the party again, and tell the SFs concerned. hemvist ops replay sends later what SQS erases."
      : "Make hemvist read the queue now. What SQS erases from it, only its sender has.",
    whoIsHurt: hurt[traffic],
    owner: "operations",
    severity: !readByParty(queue) && share > 50 ? "page" : "notice",
    runbook: readByParty(queue) ? "party-silent" : "queue-old",
  };
};
