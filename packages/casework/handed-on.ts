import { type AreaCode, areaCodes, happeningOf, isOf, partyOf } from "@hemvist/rules";
import type { Instant } from "./assignment.ts";
import { isByFollowUp, type Message } from "./message.ts";

/** A new assignment on its way to its provider. */
export interface NewAssignment {
  readonly administration: string;
  readonly area: AreaCode;
  readonly provider: string;
  /** When the decision came in. */
  readonly requestedAt: Instant;
}

/**
 * The new assignment that a message carries. Undefined for every other message, and for an assignment that follow-up
 * sends again.
 */
export function newAssignmentIn({ queue, event }: Message): NewAssignment | undefined {
  if (!isOf("assignments", queue) || isByFollowUp(event)) return undefined;
  if (happeningOf(event.type) !== "assignment.requested") return undefined;
  const { administration } = event.data;
  const area = areaCodes.find((code) => code === event.data["area"]);
  if (typeof administration !== "string" || area === undefined) return undefined;
  return { administration, area, provider: partyOf(queue), requestedAt: event.time };
}
