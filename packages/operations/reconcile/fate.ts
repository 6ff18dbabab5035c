import type { CaseRecord } from "@hemvist/casework";

/** How one content of a decision has ended, by its record. */
export type Fate = "assigned" | "returned" | "superseded" | "refused";

/** One revision as it came. Without a hash, only its number is known. */
export interface Content {
  readonly revision: number;
  readonly contentHash?: string;
}

/**
 * How a content ended, by the record as it stands. Undefined if the record does not know it and could still take it:
 * then it is under way, or lost.
 */
export function fateOf(
  { standing, returned, history }: CaseRecord,
  { revision, contentHash }: Content,
): Fate | undefined {
  const came = history.filter(
    (entry) =>
      (entry.what === "revision-assigned" || entry.what === "revision-returned") &&
      entry.revision === revision &&
      (contentHash === undefined || entry.contentHash === contentHash),
  );
  const assigned = standing?.decision.revision ?? 0;
  if (came.length === 0) return revision <= assigned || revision > assigned + 1 ? "refused" : undefined;
  const is = (one: CaseRecord["standing"]): boolean =>
    one?.decision.revision === revision && (contentHash === undefined || one.contentHash === contentHash);
  if (is(standing)) return "assigned";
  if (is(returned)) return "returned";
  if (assigned > revision) return "superseded";
  const wasReturned = came.some(({ what }) => what === "revision-returned");
  const isCorrected = assigned === revision || returned?.decision.revision === revision;
  return wasReturned && isCorrected ? "superseded" : undefined;
}
