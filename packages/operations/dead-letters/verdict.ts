/** What would happen to a dead letter if you sent it again now, on the record as it stands. */
export type Verdict =
  /** hemvist would take it. */
  | { readonly kind: "would-be-taken" }
  /** It would change nothing, and its sender would get the reason. */
  | { readonly kind: "would-be-refused"; readonly why: string }
  /** The party that did not take it would get it, and nothing newer has gone out. */
  | { readonly kind: "would-be-handed-over" }
  /** hemvist has taken its content already. */
  | { readonly kind: "already-taken" }
  /** Something newer stands, or has gone out. The letter must not come after that. */
  | { readonly kind: "overtaken"; readonly by: string }
  /** Something must come before it. */
  | { readonly kind: "waits"; readonly for: string }
  /** hemvist can never read it. Codes, and nothing of the message. */
  | { readonly kind: "unreadable"; readonly codes: readonly string[] }
  /** This version of the code cannot read its record. */
  | { readonly kind: "record-unreadable"; readonly error: string }
  /** The table was taken back since: the decision that stands never had the version that this record is. */
  | { readonly kind: "record-replaced" }
  /** A run that a schedule could not start. The next run handles what was due. */
  | { readonly kind: "missed-run" };

/** Whether to send it again: only if that cannot undo anything newer. */
export const isSendable = ({ kind }: Verdict): boolean =>
  kind === "would-be-taken" || kind === "would-be-refused" || kind === "would-be-handed-over";

/** Whether no version of hemvist will ever send it: it cannot be read, or what it was a part of is gone. */
export const isForGood = ({ kind }: Verdict): boolean => kind === "unreadable" || kind === "record-replaced";
