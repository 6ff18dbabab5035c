import type { AssignmentStatus, CaseRecord } from "@hemvist/casework";
import { type Administration, addMonths, civilDateAt, daysBetween, instantAt } from "@hemvist/rules";
import {
  assignmentsAt,
  type Change,
  type PastAssignment,
  type PastRecord,
  type Request,
  recordAt,
  requestsOf,
} from "./as-it-was.ts";
import type { ReportPeriod } from "./report-period.ts";

interface Concerning {
  readonly administration: Administration;
  readonly person: string;
}

/** One thing that went one way or the other. */
export interface Outcome extends Concerning {
  readonly measure: "returned" | "rejected" | "interrupted";
  readonly isSo: boolean;
}

/** Days from the request to what was reached. */
export interface Timed extends Concerning {
  readonly measure: "to-acknowledgement" | "to-acceptance" | "to-start";
  readonly days: number;
}

/** A rule for which a decision was returned. */
export interface Breach extends Concerning {
  readonly measure: "returned-by-rule";
  readonly rule: string;
  readonly decision: string;
}

/**
 * What a record adds to the measures of a period.
 *
 * returned: of the decisions that first came in the period, those whose first answer was `returned`. rejected: of the
 * answered requests that are counted in the period. interrupted: of the assignments that were under way in it, as far
 * as hemvist knew, those whose interruption was reported in it. Times: of what counts in the period. What happened
 * before the request does not count, because the person did not wait.
 */
export const measuredIn = (
  record: CaseRecord,
  period: ReportPeriod,
): readonly (Outcome | Timed | Breach)[] => [
  ...firstAnswerTo(recordAt(record, period.ends), period),
  ...assignmentsAt(record, period.ends).flatMap((past) => [
    ...requestsOf(past).flatMap((request) => [
      ...answerTo(request, past, period),
      ...milestones.flatMap((milestone) => timeTo(milestone, { request, past, period })),
    ]),
    ...(wasUnderWay(past, period)
      ? [{ measure: "interrupted" as const, ...whose(past), isSo: wasInterrupted(past, period) }]
      : []),
  ]),
];

const whose = ({
  administration,
  personKey,
}: Pick<CaseRecord, "administration" | "personKey">): Concerning => ({
  administration,
  person: personKey,
});

function firstAnswerTo(past: PastRecord, period: ReportPeriod): readonly (Outcome | Breach)[] {
  const [first] = past.history;
  if (first === undefined || !isIn(first.at, period)) return [];
  const rules = first.what === "revision-returned" ? first.rules : [];
  return [
    { measure: "returned", ...whose(past), isSo: first.what === "revision-returned" },
    ...rules.map((rule) => ({
      measure: "returned-by-rule" as const,
      ...whose(past),
      rule,
      decision: `${past.administration} ${past.decisionId}`,
    })),
  ];
}

const answerTo = (request: Request, past: PastAssignment, period: ReportPeriod): readonly Outcome[] =>
  reachedIn(period, request, isAnswer).map(({ status }) => ({
    measure: "rejected",
    ...whose(past),
    isSo: status === "rejected",
  }));

interface Milestone {
  readonly measure: Timed["measure"];
  readonly reached: (status: AssignmentStatus) => boolean;
}

const timeTo = (
  { measure, reached }: Milestone,
  {
    request,
    past,
    period,
  }: { readonly request: Request; readonly past: PastAssignment; readonly period: ReportPeriod },
): readonly Timed[] =>
  reachedIn(period, request, reached)
    .filter(({ on }) => on >= request.requestedAt)
    .map(({ on }) => ({
      measure,
      ...whose(past),
      days: daysBetween(civilDateAt(request.requestedAt), civilDateAt(on)),
    }));

/**
 * The first change of a request that reached something. None if it does not count in the period. It counts when hemvist
 * has the report, and at the earliest a month after the request. So a late answer counts in the next report, and the
 * answers that came in time wait for the late ones. An administration whose rejections come late then stands out too.
 */
function reachedIn(
  period: ReportPeriod,
  { requestedAt, changes }: Request,
  reached: (status: AssignmentStatus) => boolean,
): readonly Change[] {
  const change = changes.find(({ status }) => reached(status));
  if (change === undefined) return [];
  const patience = instantAt(addMonths(civilDateAt(requestedAt), monthsOfPatience), 0);
  return isIn(change.heardAt < patience ? patience : change.heardAt, period) ? [change] : [];
}

/** Ours: how long a report waits for the answers to a request. Neither document says. */
const monthsOfPatience = 1;

const isAnswer = (status: AssignmentStatus): boolean => status === "accepted" || status === "rejected";

/** The measured times, in the order of the report. */
export const milestones: readonly Milestone[] = [
  { measure: "to-acknowledgement", reached: (status) => status === "received" || isAnswer(status) },
  { measure: "to-acceptance", reached: (status) => status === "accepted" },
  { measure: "to-start", reached: (status) => status === "in-progress" },
];

const isIn = (at: string, { starts, ends }: ReportPeriod): boolean => at >= starts && at < ends;

/** Known to be in progress at some time in the period. */
const wasUnderWay = ({ changes }: PastAssignment, { starts }: ReportPeriod): boolean =>
  changes.some(
    ({ status }, index) => status === "in-progress" && (changes[index + 1]?.heardAt ?? starts) >= starts,
  );

const wasInterrupted = ({ changes }: PastAssignment, period: ReportPeriod): boolean =>
  changes.some(
    ({ status, heardAt }, index) =>
      (status === "on-hold" || status === "failed") &&
      isIn(heardAt, period) &&
      changes[index - 1]?.status !== "accepted",
  );
