import type { Progress } from "@hemvist/casework";
import type { Decision } from "@hemvist/rules";
import { aReport } from "../support/a-case.ts";

export type Report = Progress & {
  readonly status: "received" | "accepted" | "rejected" | "in-progress" | "on-hold" | "completed" | "failed";
};

/** A message, and when hemvist heard of it. */
export type Heard = { readonly heardAt: string } & (
  | { readonly decision: Decision; readonly report?: never }
  | { readonly report: Report; readonly decision?: never }
);

export const report = (
  status: Report["status"],
  { number, ...changes }: Pick<Report, "assignmentId" | "occurredAt"> & { readonly number: number },
): Report => ({
  ...aReport(status, { ...changes, progressId: `${changes.assignmentId} ${number}` }),
  status,
});
