import type { AssignmentStatus, CaseRecord } from "@hemvist/casework";
import { type Administration, addMonths, civilDateAt, daysBetween, instantAt } from "@hemvist/rules";
import { type Change, type PastAssignment, type PastRecord, type Request, requestsOf } from "./as-it-was.ts";
import type { ReportPeriod } from "./report-period.ts";
import type { Entry } from "./table.ts";

/** One thing that went one way or the other. */
export interface Outcome {
  readonly administration: Administration;
  readonly person: string;
  readonly isSo: boolean;
}

export interface Timed {
  readonly administration: Administration;
  readonly person: string;
  readonly days: number;
}

/**
 * returned: of the decisions that first came in the period, those whose first answer was that they go back.
 * rejected: of the answered requests that are counted in the period. interrupted: of the assignments that were under way
 * in it, as far as hemvist had heard, those of whose interruption it heard in it.
 */
export function outcomesOf({
  pasts,
  assignments,
  period,
}: {
  readonly pasts: readonly PastRecord[];
  readonly assignments: readonly PastAssignment[];
  readonly period: ReportPeriod;
}): {
  readonly returned: readonly Outcome[];
  readonly breaches: readonly Entry[];
  readonly rejected: readonly Outcome[];
  readonly interrupted: readonly Outcome[];
} {
  const firsts = pasts.flatMap((record) => {
    const [first] = record.history;
    return first !== undefined && isIn(first.at, period) ? [{ record, first }] : [];
  });
  return {
    returned: firsts.map(({ record, first }) => outcome(record, first.what === "revision-returned")),
    breaches: firsts.flatMap(({ record, first }) =>
      first.what === "revision-returned"
        ? first.rules.map((rule) => ({
            row: record.administration,
            column: rule,
            person: record.personKey,
            thing: `${record.administration} ${record.decisionId}`,
          }))
        : [],
    ),
    rejected: assignments.flatMap((past) =>
      requestsOf(past)
        .flatMap((request) => reachedIn(period, request, isAnswer) ?? [])
        .map(({ status }) => outcome(past, status === "rejected")),
    ),
    interrupted: assignments.flatMap((past) =>
      wasUnderWay(past, period) ? [outcome(past, wasInterrupted(past, period))] : [],
    ),
  };
}

const outcome = (
  { administration, personKey }: Pick<CaseRecord, "administration" | "personKey">,
  isSo: boolean,
): Outcome => ({
  administration,
  person: personKey,
  isSo,
});

/**
 * Days from the request to what was reached, for what is counted in the period. What had happened before it was asked
 * for is left out: there was no wait.
 */
export const timesOf = (
  assignments: readonly PastAssignment[],
  period: ReportPeriod,
): readonly { readonly measure: string; readonly times: readonly Timed[] }[] =>
  milestones.map(({ measure, reached }) => ({
    measure,
    times: assignments.flatMap((past) =>
      requestsOf(past).flatMap((request) => {
        const change = reachedIn(period, request, reached);
        if (change === undefined || change.on < request.requestedAt) return [];
        const days = daysBetween(civilDateAt(request.requestedAt), civilDateAt(change.on));
        return [{ administration: past.administration, person: past.personKey, days }];
      }),
    ),
  }));

/**
 * The first change of a request that reached something, where it is counted in the period: when hemvist has heard of it,
 * and not sooner than a month after the request. So what is heard late is counted in the next report, and the answers
 * that came in time wait for the late ones: an administration whose rejections are heard late stands out all the same.
 */
function reachedIn(
  period: ReportPeriod,
  { requestedAt, changes }: Request,
  reached: (status: AssignmentStatus) => boolean,
): Change | undefined {
  const change = changes.find(({ status }) => reached(status));
  if (change === undefined) return undefined;
  const patience = instantAt(addMonths(civilDateAt(requestedAt), monthsOfPatience), 0);
  return isIn(change.heardAt < patience ? patience : change.heardAt, period) ? change : undefined;
}

/** Ours: how long a report waits for the answers to a request. Neither document says. */
const monthsOfPatience = 1;

const isAnswer = (status: AssignmentStatus): boolean => status === "accepted" || status === "rejected";

const milestones: readonly {
  readonly measure: string;
  readonly reached: (status: AssignmentStatus) => boolean;
}[] = [
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
