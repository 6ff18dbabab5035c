import type { AreaCode, CivilDate, Side, SubAreaCode } from "@hemvist/rules";
import type { ReasonCode } from "./transitions.ts";

/** An instant, RFC 3339 in UTC, e.g. `2026-11-02T07:00:00Z`. */
export type Instant = string;

/** FHIR Task's words. `transitions.ts` says which may follow which. */
export const assignmentStatuses = [
  "requested",
  "received",
  "accepted",
  "rejected",
  "in-progress",
  "on-hold",
  "completed",
  "failed",
  "cancelled",
] as const;

export type AssignmentStatus = (typeof assignmentStatuses)[number];

/** Whose reason it was: a fact that is passed on, never a judgement. */
export const reasonOwners = ["person", "provider", "sf", "other"] as const;

export interface Reason {
  readonly code: ReasonCode;
  readonly whose: (typeof reasonOwners)[number];
  /** Only where the code is `other`; at most 200 characters. */
  readonly text?: string;
}

export const results = ["work", "studies", "next-step", "none"] as const;

export type Result = (typeof results)[number];

/** One intervention, given to the provider that carries it out. */
export interface Assignment {
  /** Made and taken apart in `addresses.ts`. */
  readonly assignmentId: string;
  readonly interventionId: string;
  readonly area: AreaCode;
  readonly subArea: SubAreaCode;
  readonly governedBy: readonly Side[];
  readonly carriedOutBy: Side;
  readonly provider: string;
  readonly parallel: boolean;
  /** When the intervention was decided: the law's three months count from it, and no later revision moves it. */
  readonly decidedOn: CivilDate;
  readonly from: CivilDate;
  /** The last day, inclusive. */
  readonly to: CivilDate;
  readonly status: AssignmentStatus;
  readonly requestedAt: Instant;
  /** When its status began, as the sender of the report says. */
  readonly statusAt: Instant;
  /** When hemvist got the report. A report may be late, or its clock wrong, so the next check counts from here. */
  readonly heardAt: Instant;
  /** When it was first in progress, as its provider says. Absent if it has not begun. */
  readonly begunAt?: Instant;
  /** The day by which the provider answers; counted from `requestedAt`. */
  readonly answerBy: CivilDate;
  readonly expectedStartOn?: CivilDate;
  readonly reason?: Reason;
  readonly result?: Result;
}

const isEnd: Readonly<Record<AssignmentStatus, boolean>> = {
  requested: false,
  received: false,
  accepted: false,
  rejected: true,
  "in-progress": false,
  "on-hold": false,
  completed: true,
  failed: true,
  cancelled: true,
};

/** Whether something is still to be done, so that hemvist must look at it again. */
export const isOpen = ({ status }: Pick<Assignment, "status">): boolean => !isEnd[status];
