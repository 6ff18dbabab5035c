import type { CivilDate, SubAreaCode } from "@hemvist/rules";
import type { Instant } from "./assignment.ts";

export const wishKinds = [
  "extend",
  "end-early",
  "change-start",
  "change-service",
  "change-sub-area",
] as const;

/** What a provider asks for: SF decides, and only a revision changes the decision. */
export type Wish =
  | { readonly kind: "extend"; readonly to: CivilDate }
  | { readonly kind: "end-early"; readonly to: CivilDate }
  | { readonly kind: "change-start"; readonly from: CivilDate }
  | { readonly kind: "change-service"; readonly service: string }
  | { readonly kind: "change-sub-area"; readonly subArea: SubAreaCode };

export const proposalStatuses = ["proposed", "agreed", "declined", "withdrawn", "superseded"] as const;

export type ProposalStatus = (typeof proposalStatuses)[number];

/** A provider's proposal to change an assignment, and what came of it. */
export interface Proposal {
  /** The provider's own id, so that the same proposal may come twice. */
  readonly proposalId: string;
  readonly assignmentId: string;
  /** The provider that made it. It gets the outcome, even if the assignment has moved. */
  readonly provider: string;
  readonly wish: Wish;
  readonly status: ProposalStatus;
  readonly madeAt: Instant;
  readonly answeredAt?: Instant;
  /** SF's, for a declined one. */
  readonly reason?: DeclineReason;
  /** The revision that carried out an agreed proposal. Absent while hemvist still expects it. */
  readonly metBy?: number;
}

export const declineReasons = [
  "not-needed",
  "not-within-decision",
  "no-means",
  "person-declined",
  "other",
] as const;

export type DeclineReason = (typeof declineReasons)[number];

interface ProposalTransition {
  readonly to: ProposalStatus;
  readonly from: readonly ProposalStatus[];
  readonly by: "provider" | "sf" | "hemvist";
}

const table = [
  { to: "agreed", from: ["proposed"], by: "sf" },
  { to: "declined", from: ["proposed"], by: "sf" },
  { to: "withdrawn", from: ["proposed"], by: "provider" },
  { to: "superseded", from: ["proposed"], by: "hemvist" },
] as const satisfies readonly ProposalTransition[];

type Written = (typeof table)[number];

/**
 * Every change that a proposal's status may make, and who makes it. A revision or the assignment's end causes
 * `superseded`.
 */
export const proposalTransitions: readonly ProposalTransition[] = table;

/** SF's answers. */
export type ProposalAnswer = Extract<Written, { by: "sf" }>["to"];

export const proposalAnswers: readonly ProposalAnswer[] = table.flatMap((row) =>
  row.by === "sf" ? [row.to] : [],
);

/** What a party does with a proposal: SF answers it, or the provider withdraws it. */
export type Settlement = Extract<Written, { by: "sf" | "provider" }>["to"];

export const isUnanswered = ({ status }: Proposal): boolean => status === "proposed";

/** Agreed, and the revision that it takes has not come yet. */
export const expectsRevision = ({ status, metBy }: Proposal): boolean =>
  status === "agreed" && metBy === undefined;
