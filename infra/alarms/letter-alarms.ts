import type { Parties } from "@hemvist/rules";
import { Duration } from "aws-cdk-lib";
import { messagesIn, oldestIn } from "../constructs/alarm-metrics.ts";
import type { AlarmTexts } from "../constructs/alarm-texts.ts";
import { missedReports, missedRuns, type Traffic, type WorkingQueue, workingQueues } from "../queue-names.ts";
import type { Explained } from "./explained.ts";
import { type Share, secondsAt, shares } from "./queue-alarms.ts";

/** A queue of dead letters, and what its alarms say. */
interface Letters extends Pick<AlarmTexts, "whoIsHurt" | "runbook"> {
  readonly queue: string;
  /** Whether only its sender has what is in it. hemvist can send all other letters again. */
  readonly fromOutside: boolean;
}

/** A message lies in a dead-letter queue. */
export const letterAlarms = (parties: Parties): readonly Explained[] =>
  [...missed, ...workingQueues(parties).map(ofParty)].flatMap((letters) => [
    setAside(letters),
    ...[10, 100].map((many) => manySetAside(letters, many)),
    ...shares.map((share) => nearlyErased(letters, share)),
  ]);

const ofNoParty = { whoIsHurt: "No party: the next run does what this one did not.", fromOutside: false };
const missed: readonly Letters[] = [
  { ...ofNoParty, queue: missedRuns, runbook: "follow-up-silent" },
  { ...ofNoParty, queue: missedReports, runbook: "reports" },
];

const ofParty = ({ deadLetters, traffic }: WorkingQueue): Letters => ({
  queue: deadLetters,
  runbook: "dead-letters",
  whoIsHurt: hurt[traffic],
  fromOutside: traffic === "decisions" || traffic === "progress",
});

const hurt: Readonly<Record<Traffic, string>> = {
  decisions: "The person: the SF believes that it has sent a decision, and hemvist does not have it.",
  progress: "The person: the SF sees an old status.",
  assignments: "The person: the provider may not have the assignment.",
  inbox: "The party: it has a gap in what it knows of its decisions.",
};

const about = ({ whoIsHurt, runbook }: Letters) =>
  ({ whoIsHurt, runbook, owner: "operations", severity: "notice" }) as const;

const setAside = (letters: Letters): Explained => ({
  ...about(letters),
  name: `${letters.queue}-not-empty`,
  metric: messagesIn(letters.queue),
  when: { above: 0 },
  periods: 1,
  whatHappened: `A message that could not be handled lies in ${letters.queue}. SQS erases it after 14 days.`,
  whatToDo: "Find out why before you send it again. The sender must correct a message that cannot be read.",
});

/**
 * The alarm above is red until the queue is empty, and does not show further letters. SQS does not count the arrival of
 * a message that it moves itself, so this alarm counts how many lie there. The alarms on what hemvist itself sets aside
 * or gives up go off each time: infra/alarms/function-alarms.ts.
 */
const manySetAside = (letters: Letters, many: number): Explained => ({
  ...about(letters),
  name: `${letters.queue}-more-than-${many}`,
  metric: messagesIn(letters.queue),
  when: { above: many },
  periods: 1,
  whatHappened: `More than ${many} messages lie in ${letters.queue}. What made the first one fail goes on.`,
  whatToDo: "See whether they have one cause, and mend it before you send any of them again.",
});

const kept = Duration.days(14);

const nearlyErased = (letters: Letters, share: Share): Explained => ({
  ...about(letters),
  ...(letters.fromOutside && share === 90 ? { severity: "page" } : {}),
  name: `${letters.queue}-${share}-percent`,
  metric: oldestIn(letters.queue),
  when: { above: secondsAt(share, kept) },
  periods: 1,
  whatHappened: `A message in ${letters.queue} has used ${share} % of the 14 days after which SQS erases it.`,
  whatToDo: "Send it again or discard it now. After 14 days it is gone.",
});
