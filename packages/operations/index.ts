export type { Difference, IncomingDay, OutgoingDay, Reconciliation } from "./balance.ts";
export type { Sent } from "./incoming-balance.ts";
export { type Books, reconcile, type Span, type Unreadable } from "./reconcile.ts";
export { reconciliationText } from "./reconcile-text.ts";
