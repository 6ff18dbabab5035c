import type { AssignmentStatus, CaseRecord, HistoryEntry } from "@hemvist/casework";
import { type Administration, civilDateAt, daysBetween } from "@hemvist/rules";
import { firstReached, type PastAssignment, requestedOn } from "./as-it-was.ts";
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

interface Known {
  readonly record: CaseRecord;
  readonly known: readonly HistoryEntry[];
}

/**
 * returned: of the decisions that first came in the period, those whose first answer was that they go back.
 * rejected: of the assignments answered in the period. interrupted: of those that were under way in it.
 */
export function outcomesOf({
  histories,
  assignments,
  period,
}: {
  readonly histories: readonly Known[];
  readonly assignments: readonly PastAssignment[];
  readonly period: ReportPeriod;
}): {
  readonly returned: readonly Outcome[];
  readonly breaches: readonly Entry[];
  readonly rejected: readonly Outcome[];
  readonly interrupted: readonly Outcome[];
} {
  const firsts = histories.flatMap(({ record, known: [first] }) =>
    first !== undefined && isIn(first.at, period) ? [{ record, first }] : [],
  );
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
    rejected: assignments.flatMap((past) => {
      const on = firstReached(past, isAnswer);
      return on !== undefined && isIn(on, period) ? [outcome(past.record, past.status === "rejected")] : [];
    }),
    interrupted: assignments.flatMap((past) =>
      wasUnderWay(past, period) ? [outcome(past.record, wasInterrupted(past, period))] : [],
    ),
  };
}

const outcome = ({ administration, personKey }: CaseRecord, isSo: boolean): Outcome => ({
  administration,
  person: personKey,
  isSo,
});

/** Days from the request to what was reached in the period, however long ago the request was. */
export const timesOf = (
  assignments: readonly PastAssignment[],
  period: ReportPeriod,
): readonly { readonly measure: string; readonly times: readonly Timed[] }[] =>
  milestones.map(({ measure, reached }) => ({
    measure,
    times: assignments.flatMap((past) => {
      const on = firstReached(past, reached);
      if (on === undefined || !isIn(on, period)) return [];
      const { administration, personKey } = past.record;
      const days = daysBetween(civilDateAt(requestedOn(past)), civilDateAt(on));
      return [{ administration, person: personKey, days }];
    }),
  }));

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

/** In progress at some time in the period. */
const wasUnderWay = ({ changes }: PastAssignment, { starts }: ReportPeriod): boolean =>
  changes.some(
    ({ status }, index) => status === "in-progress" && (changes[index + 1]?.on ?? starts) >= starts,
  );

const wasInterrupted = ({ changes }: PastAssignment, period: ReportPeriod): boolean =>
  changes.some(
    ({ status, on }, index) =>
      (status === "on-hold" || status === "failed") &&
      isIn(on, period) &&
      changes[index - 1]?.status !== "accepted",
  );
