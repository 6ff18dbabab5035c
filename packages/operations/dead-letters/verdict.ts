/** What would come of a dead letter if it were sent again now, on the record as it stands. */
export type Verdict =
  /** It would be taken. */
  | { readonly kind: "would-be-taken" }
  /** It would change nothing, and its sender be told why. */
  | { readonly kind: "would-be-refused"; readonly why: string }
  /** The party that did not take it would be handed it, and nothing newer has gone out. */
  | { readonly kind: "would-be-handed-over" }
  /** What it says has been taken already. */
  | { readonly kind: "already-taken" }
  /** Something newer stands, or has gone out: it must not come after that. */
  | { readonly kind: "overtaken"; readonly by: string }
  /** Something must come before it. */
  | { readonly kind: "waits"; readonly for: string }
  /** It will never be read: codes, nothing of the message. */
  | { readonly kind: "unreadable"; readonly codes: readonly string[] }
  /** The record it belongs to cannot be read by this version of the code. */
  | { readonly kind: "record-unreadable"; readonly error: string }
  /** A run that a schedule could not start; the next one makes good for it. */
  | { readonly kind: "missed-run" };

/** Whether it is sent back: only where that cannot undo anything newer. */
export const isSendable = ({ kind }: Verdict): boolean =>
  kind === "would-be-taken" || kind === "would-be-refused" || kind === "would-be-handed-over";
