import {
  addresseesAmong,
  attemptsOfOurs,
  deadLetterName,
  everyTraffic,
  isTrial,
  keepsOrder,
  type Parties,
  physicalName,
  queueName,
  type Traffic,
} from "@hemvist/rules";

export { attemptsOfOurs, deadLetterName, everyTraffic, keepsOrder, physicalName, queueName, type Traffic };

/** Runs of follow-up that the schedule could not start, or that failed each time. */
export const missedRuns = deadLetterName("follow-up");

/** Runs of the reports that the schedule could not start, or that failed each time. */
export const missedReports = deadLetterName("report");

/**
 * A party that decides sends decisions and gets answers. A party that takes assignments also reports on them. A party
 * that only listens has an inbox. hemvist's own party sends and reports over the API only.
 */
export function trafficOf(party: string, among: Parties): readonly Traffic[] {
  if (isTrial(party)) return ["inbox", "assignments"];
  if (among.administrations.includes(party)) return everyTraffic;
  return among.listeners.includes(party) ? ["inbox"] : ["assignments", "progress"];
}

export interface WorkingQueue {
  /** Its physical name. */
  readonly name: string;
  readonly traffic: Traffic;
  readonly party: string;
  /** The physical name of its dead-letter queue. */
  readonly deadLetters: string;
}

/** Every queue that a party sends to or reads. */
export const workingQueues = (parties: Parties): readonly WorkingQueue[] =>
  everyAddress(parties).map(({ traffic, party }) => ({
    name: physicalName(queueName({ traffic, party })),
    traffic,
    party,
    deadLetters: physicalName(deadLetterName(queueName({ traffic, party }))),
  }));

/** The queues of a traffic, whatever parties there are, as a policy names them. Their dead-letter queues fit it too. */
export const everyQueueOf = (traffic: Traffic): string => physicalName(queueName({ traffic, party: "*" }));

export const everyDeadLetterQueueOf = (traffic: Traffic): string =>
  physicalName(deadLetterName(queueName({ traffic, party: "*" })));

/** Every dead-letter queue there is, as a policy names them. */
export const everyDeadLetterQueue: readonly string[] = [
  ...everyTraffic.map(everyDeadLetterQueueOf),
  missedRuns,
  missedReports,
];

const everyAddress = (parties: Parties) =>
  addresseesAmong(parties).flatMap((party) =>
    trafficOf(party, parties).map((traffic) => ({ traffic, party })),
  );
