import type { Dimension } from "./dimensions.ts";

/** What CloudWatch keeps all our metrics under. */
export const namespace = "hemvist";

interface Metric {
  readonly unit: "Count" | "Percent" | "Seconds" | "Milliseconds";
  /**
   * The dimensions that it is written under, each alone. CloudWatch finds it under one of these and under nothing else.
   * No figure has two dimensions: about an area at one provider it could be about one person.
   */
  readonly by: readonly Dimension[];
}

const measured = <const Unit extends Metric["unit"], const By extends readonly Dimension[]>(
  unit: Unit,
  ...by: By
) => ({ unit, by });

const count = <const By extends readonly Dimension[]>(...by: By) => measured("Count", ...by);

/** Of 100 for each that was in time and 0 for each that was not. So its average is the share, without metric math. */
const share = measured("Percent", "service");

const ofService = count("service");
const ofAdministration = count("administration");
const ofProvider = count("provider");
const ofStep = count("administration", "area", "provider");
const timeOfStep = measured("Seconds", ...ofStep.by);

/**
 * Every metric of ours: its unit and its dimensions. `described.ts` says what each counts, and docs/metrics.md is drawn
 * from both. This file is in every bundle, so it has no texts.
 */
export const catalogue = {
  // The way of a decision, and of each of its assignments.
  DecisionsReceived: ofAdministration,
  DecisionsJudged: ofAdministration,
  DecisionsAssigned: ofAdministration,
  DecisionsReturned: ofAdministration,
  AssignmentsRequested: ofStep,
  AssignmentsHandedOn: ofStep,
  AssignmentsAcknowledged: ofStep,
  AssignmentsAccepted: ofStep,
  AssignmentsBegun: ofStep,
  AssignmentsEnded: count(...ofStep.by, "status"),
  // The times between the steps.
  TimeToAnswer: measured("Milliseconds", "service", "administration"),
  TimeToHandOn: timeOfStep,
  TimeToAcknowledge: timeOfStep,
  TimeToAccept: timeOfStep,
  TimeToBegin: timeOfStep,
  TimeToEnd: timeOfStep,
  // What comes in and changes nothing.
  Findings: count("rule"),
  Refusals: count("why"),
  DecisionsRepeated: ofAdministration,
  DecisionsInConflict: ofAdministration,
  DecisionsNotTheirs: ofAdministration,
  DecisionsUnreadable: ofAdministration,
  ProgressRecorded: ofProvider,
  ProgressRepeated: ofProvider,
  ProgressRefused: ofProvider,
  ProgressUnreadable: ofProvider,
  SignaturesRefused: count("party"),
  CallersRefused: count("problem"),
  // What was promised.
  DecisionAnsweredInTime: share,
  HandedOnInTime: share,
  FollowedUpInTime: share,
  PromisesBroken: ofService,
  // What is followed up.
  FollowUpsTold: ofService,
  NoticesGiven: count("kind"),
  ModelReviewOverdueDays: ofService,
  ModelReviewReminders: ofService,
  // What stands still, and what office hours explain.
  OutsideOfficeHours: ofService,
  FewWorkingDays: ofService,
  HoursWithoutDecision: ofAdministration,
  FollowUpHoursLate: ofService,
  // How the functions fare.
  MessagesHandedOff: ofService,
  HandOffsIncomplete: ofService,
  RecordsSetAside: ofService,
  SentMessagesNotKept: ofService,
  MessagesFailed: ofService,
  MessagesGivenUp: ofService,
  MessagesSetAside: ofService,
  QueuesRefused: ofService,
  RecordsUnreadable: ofService,
  DecisionRoomPercent: measured("Percent", "service"),
  AccessesNotLogged: ofService,
  OperatorsUnanswered: ofService,
  ReportsIssued: ofService,
} as const satisfies Readonly<Record<string, Metric>>;

export type MetricName = keyof typeof catalogue;

type DimensionOf<Name extends MetricName> = (typeof catalogue)[Name]["by"][number];

/** Every dimension of the metric but the function, which the runtime adds. */
export type Label<Name extends MetricName> = Exclude<DimensionOf<Name>, "service">;

/** The metrics that are split by function. Alarms watch these. */
export type ServiceMetric = {
  [Name in MetricName]: "service" extends DimensionOf<Name> ? Name : never;
}[MetricName];
