import type { CaseRecord, Instant } from "@hemvist/casework";
import { instantOf } from "@hemvist/rules";

/** A stream gives whole seconds, and the clocks of two services differ. Ours. */
const clocksDiffer = 60_000;

/** A version of a decision that cannot be read. */
interface UnreadVersion {
  /** Undefined where the item had no number. hemvist wrote no such item. */
  readonly version: number | undefined;
  readonly writtenAt: Instant;
}

/**
 * Whether the decision that stands never had this version, because the table was taken back since. Versions only grow,
 * and what brings one about comes before it is written. So a decision that has not come so far, or came so far later,
 * is another one than the one that was written then.
 */
export function isReplaced(
  record: Pick<CaseRecord, "version" | "history"> | undefined,
  { version, writtenAt }: UnreadVersion,
): boolean {
  if (record === undefined || version === undefined || record.version < version) return true;
  const then = instantOf(Date.parse(writtenAt) + clocksDiffer);
  return record.history.some((entry) => entry.version <= version && entry.at > then);
}
