import type { MetricName } from "@hemvist/runtime/metrics";

/** Why no journey writes a metric. */
interface Unwritten {
  readonly why: string;
}

const steps = "over-queues";
const runs = "quiet-week";
const refused = "given-up";

/**
 * A journey (test/journeys) that writes each metric of the catalogue, or why none does. When a journey's systems have
 * stopped, `judge-logs.ts` sees whether it has.
 */
const writtenBy: Readonly<Record<MetricName, string | Unwritten>> = {
  DecisionsReceived: steps,
  DecisionsJudged: steps,
  DecisionsAssigned: steps,
  DecisionsReturned: steps,
  AssignmentsRequested: steps,
  AssignmentsHandedOn: steps,
  AssignmentsAcknowledged: steps,
  AssignmentsAccepted: steps,
  AssignmentsBegun: steps,
  AssignmentsEnded: steps,
  TimeToAnswer: "saved-queries",
  TimeToHandOn: steps,
  TimeToAcknowledge: steps,
  TimeToAccept: steps,
  TimeToBegin: steps,
  TimeToEnd: steps,
  Findings: steps,
  Refusals: steps,
  DecisionsRepeated: steps,
  DecisionsInConflict: steps,
  DecisionsNotTheirs: "saved-queries",
  DecisionsUnreadable: steps,
  ProgressRecorded: steps,
  ProgressRepeated: steps,
  ProgressRefused: steps,
  ProgressUnreadable: steps,
  SignaturesRefused: steps,
  CallersRefused: "refused-cells",
  DecisionAnsweredInTime: "saved-queries",
  HandedOnInTime: steps,
  FollowedUpInTime: "follow-up",
  PromisesBroken: refused,
  FollowUpsTold: runs,
  NoticesGiven: "follow-up",
  ModelReviewOverdueDays: runs,
  ModelReviewReminders: runs,
  OutsideOfficeHours: runs,
  FewWorkingDays: runs,
  HoursWithoutDecision: "follow-up",
  FollowUpHoursLate: runs,
  MessagesHandedOff: steps,
  HandOffsIncomplete: refused,
  RecordsSetAside: refused,
  SentMessagesNotKept: refused,
  MessagesFailed: "ways-back",
  MessagesGivenUp: "ways-back",
  MessagesSetAside: steps,
  QueuesRefused: refused,
  RecordsUnreadable: runs,
  DecisionRoomPercent: {
    why: "Only a decision with hundreds of facts takes five per cent of its room. The simulation makes such ones.",
  },
  AccessesNotLogged: refused,
  OperatorsUnanswered: refused,
  ReportsIssued: runs,
};

/** The journeys that are named, each once. */
export const journeys: readonly string[] = [
  ...new Set(Object.values(writtenBy).flatMap((by) => (typeof by === "string" ? [by] : []))),
];

/** The metrics that a journey is named for. */
export const metricsOf = (journey: string): readonly string[] =>
  Object.entries(writtenBy).flatMap(([name, by]) => (by === journey ? [name] : []));
