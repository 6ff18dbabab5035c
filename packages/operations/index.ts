export { incomingQueues, outgoingQueues, setAsideFrom } from "./addresses.ts";
export { CannotRun } from "./cannot-run.ts";
export { type Holding, holding, listed, type NotLookedAt } from "./dead-letters/holding.ts";
export type { Verdict } from "./dead-letters/verdict.ts";
export { Interrupted } from "./interrupted.ts";
export { onRecord, reasonIn } from "./journal/journal.ts";
export { municipality } from "./municipality.ts";
export { NoQueue } from "./no-queue.ts";
export type {
  Difference,
  DifferenceKind,
  IncomingDay,
  OutgoingDay,
  Reconciliation,
} from "./reconcile/balance.ts";
export { depthsOf } from "./reconcile/depths.ts";
export type { Sent } from "./reconcile/incoming-balance.ts";
export { type Books, reconcile, type Span, type Unreadable } from "./reconcile/reconcile.ts";
export { type Redriven, redrive } from "./redrive/redrive.ts";
export { redrivePlan, type Step } from "./redrive/redrive-plan.ts";
export { type Replayed, replay, replayPlan } from "./replay/replay.ts";
export type { System } from "./system.ts";
export { systemOnAws } from "./system-on-aws.ts";
export { type AssignmentLine, type DecisionLine, partyView, personView } from "./view/views.ts";
