import type { Instant } from "./assignment.ts";
import type { CaseKey } from "./ports.ts";

// Makes ids and takes them apart. A full stop stands between the parts, because no part holds one.

/** A decision: `<administration>.<decisionId>`. Its item's key, and the correlation of every message about it. */
export const correlationIdOf = ({ administration, decisionId }: CaseKey): string =>
  `${administration}.${decisionId}`;

/** The decision that the id names. For any other text, a key that no decision has. */
export function caseKeyOf(correlationId: string): CaseKey {
  const [administration = "", decisionId = ""] = correlationId.split(".");
  return { administration, decisionId };
}

/** An assignment: `<administration>.<decisionId>.<interventionId>`. */
export const assignmentIdOf = (decision: CaseKey, interventionId: string): string =>
  `${correlationIdOf(decision)}.${interventionId}`;

/** The parts of an assignment's id. Undefined if the text is no such id. */
export function partsOf(assignmentId: string): (CaseKey & { readonly interventionId: string }) | undefined {
  const [administration, decisionId, interventionId, ...more] = assignmentId.split(".");
  if (!administration || !decisionId || !interventionId || more.length > 0) return undefined;
  return { administration, decisionId, interventionId };
}

/** The decision that an assignment belongs to. Undefined if the text is no assignment's id. */
export function decisionOf(assignmentId: string): CaseKey | undefined {
  const parts = partsOf(assignmentId);
  return parts && { administration: parts.administration, decisionId: parts.decisionId };
}

/** The correlation id of an assignment's decision. Undefined if the text is no assignment's id. */
export function correlationOf(assignmentId: string): string | undefined {
  const key = decisionOf(assignmentId);
  return key && correlationIdOf(key);
}

/** Which message of which version of a decision an event is. */
export interface EventPlace {
  readonly version: number;
  /** Its place among the messages of that version, from 0. */
  readonly index: number;
}

/** An event: `<administration>.<decisionId>.<version>.<index>.<time>` (ADR 25). */
export const eventIdOf = (
  correlationId: string,
  { version, index, at }: EventPlace & { readonly at: Instant },
): string => `${correlationId}.${version}.${index}.${at}`;

/** The place that an event's id names. Undefined for a reply, because it belongs to no version. */
export function placeOf({
  id,
  correlationid,
}: {
  readonly id: string;
  readonly correlationid: string;
}): EventPlace | undefined {
  if (!id.startsWith(`${correlationid}.`)) return undefined;
  const [version = "", index = ""] = id.slice(correlationid.length + 1).split(".");
  return /^\d+$/.test(version) && /^\d+$/.test(index)
    ? { version: Number(version), index: Number(index) }
    : undefined;
}
