import type { Letter } from "@hemvist/adapters";
import type { Instant } from "@hemvist/casework";
import { codesInReason } from "@hemvist/contracts";
import { addressOf, keepsOrder } from "@hemvist/rules";

/** Why a letter is dead, and since when, as far as SQS and hemvist can tell afterwards. */
export interface Death {
  /** The faults that hemvist found in it, or how its delivery ended. */
  readonly codes: readonly string[];
  /** When its queue got it. */
  readonly receivedAt?: Instant;
  /** When it was set aside. */
  readonly diedAt?: Instant;
}

/** SQS keeps only one time of a letter: where it moved the letter itself from a standard queue, the time of the first sending. */
export function deathOf({ queue, reason, sentAt, originalSentAt, isFromStream }: Letter): Death {
  if (isFromStream) return { codes: ["not-handed-off"], receivedAt: sentAt };
  if (reason !== undefined)
    return {
      codes: codesInReason(reason) ?? [],
      diedAt: sentAt,
      ...(originalSentAt === undefined ? {} : { receivedAt: originalSentAt }),
    };
  const traffic = addressOf(queue)?.traffic;
  switch (traffic) {
    case "decisions":
    case "progress":
      return {
        codes: ["attempts-failed"],
        ...(keepsOrder(traffic) ? { diedAt: sentAt } : { receivedAt: sentAt }),
      };
    case "inbox":
    case "assignments":
      return { codes: ["not-taken"], diedAt: sentAt };
    case undefined:
      return { codes: ["run-failed"], diedAt: sentAt };
  }
}
