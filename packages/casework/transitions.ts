import type { AssignmentStatus } from "./assignment.ts";

/** What a report of a status must carry. */
export type Need = "expectedStartOn" | "reason" | "result";

interface Row {
  readonly to: AssignmentStatus;
  readonly from: readonly AssignmentStatus[];
  readonly by: "provider" | "sf";
  readonly needs?: Need;
  readonly reasons?: readonly string[];
}

const table = [
  { to: "received", from: ["requested"], by: "provider" },
  { to: "accepted", from: ["requested", "received"], by: "provider", needs: "expectedStartOn" },
  {
    to: "rejected",
    from: ["requested", "received"],
    by: "provider",
    needs: "reason",
    reasons: ["no-capacity", "wrong-service", "person-declined", "person-unreachable", "other"],
  },
  // From itself: a report that all goes on. It is how a provider answers `no-news`.
  { to: "in-progress", from: ["accepted", "on-hold", "in-progress"], by: "provider" },
  {
    to: "on-hold",
    from: ["in-progress"],
    by: "provider",
    needs: "reason",
    reasons: ["illness", "parental-leave", "awaiting-place", "other"],
  },
  { to: "completed", from: ["in-progress"], by: "provider", needs: "result" },
  {
    to: "failed",
    from: ["accepted", "in-progress", "on-hold"],
    by: "provider",
    needs: "reason",
    reasons: ["person-absent", "person-withdrew", "illness", "provider-cannot", "other"],
  },
  { to: "cancelled", from: ["requested", "received", "accepted", "in-progress", "on-hold"], by: "sf" },
] as const satisfies readonly Row[];

type Written = (typeof table)[number];

/** The statuses that a provider reports. `cancelled` is SF's, through a revision. */
export type ReportedStatus = Extract<Written, { by: "provider" }>["to"];

export type ReasonCode = Extract<Written, { reasons: unknown }>["reasons"][number];

export interface Transition extends Row {
  /** The reason codes that it may give. */
  readonly reasons?: readonly ReasonCode[];
}

/**
 * Every change an assignment's status may make. A program draws `docs/status-model.md` from this table. Its test
 * compares it with the contract's own table.
 */
export const transitions: readonly Transition[] = table;

export const reportedStatuses: readonly ReportedStatus[] = table.flatMap((row) =>
  row.by === "provider" ? [row.to] : [],
);

/** The code that a text explains, the last of every list. */
const explained = "other";

const codes: readonly ReasonCode[] = table.flatMap((row) => ("reasons" in row ? row.reasons : []));

/** Every reason code, once. */
export const reasonCodes: readonly ReasonCode[] = [
  ...new Set(codes.filter((code) => code !== explained)),
  explained,
];

/** The statuses a provider may report next. */
export const openTo = (status: AssignmentStatus): readonly AssignmentStatus[] =>
  transitions.filter(({ from, by }) => by === "provider" && from.includes(status)).map(({ to }) => to);

export const mayGo = (from: AssignmentStatus, to: AssignmentStatus): boolean => openTo(from).includes(to);
