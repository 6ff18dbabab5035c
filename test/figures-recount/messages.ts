import type { Progress } from "@hemvist/casework";
import type { Decision } from "@hemvist/rules";
import { aReport } from "../support/a-case.ts";

export type Report = Progress & {
  readonly status: "received" | "accepted" | "rejected" | "in-progress" | "on-hold" | "completed" | "failed";
};

/** A message, and when hemvist got it. */
export type Heard = { readonly heardAt: string } & (
  | { readonly decision: Decision; readonly report?: never }
  | { readonly report: Report; readonly decision?: never }
);

interface Told extends Pick<Report, "assignmentId" | "occurredAt"> {
  /** Which of a decision's messages it is. */
  readonly number: number;
  readonly expectedStartOn: string | undefined;
}

export function report(
  status: Report["status"],
  { assignmentId, occurredAt, number, expectedStartOn }: Told,
): Report {
  const progressId = `${assignmentId} ${number}`;
  const expected = status === "accepted" && expectedStartOn ? { expectedStartOn } : {};
  return { ...aReport(status, { progressId, assignmentId, occurredAt, ...expected }), status };
}
