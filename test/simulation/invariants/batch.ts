import type { SQSBatchResponse } from "aws-lambda";
import type { Receipt } from "../platform/queue.ts";
import type { Violations } from "./violations.ts";

interface Batch {
  readonly receipts: readonly Receipt[];
  readonly response: SQSBatchResponse;
  /** Which messages threw, and what. */
  readonly troubles: ReadonlyMap<string, string>;
  /** Which messages were done with. */
  readonly finished: ReadonlySet<string>;
  readonly isDisturbed: boolean;
  /** Whether a newer version of the code may have written what this one leaves alone. */
  readonly isMixed: boolean;
  /** Whether no version of the code can read it. */
  readonly isPoisoned: (receipt: Receipt) => boolean;
}

/** What the functions throw where nothing is wrong with them: what they wait for, and what the platform threw. */
const expected = new Set(["AwaitsPredecessor", "NotReplied", "WriteConflict", "Passing"]);

/** What this version throws where a newer one has been before it. */
export const isOfNewerVersion = (name: string): boolean => name === "UnknownForm" || name === "UnknownModel";

/** What must hold of a batch that was answered. */
export function checkBatch(
  { receipts, response, troubles, finished, isDisturbed, isMixed, isPoisoned }: Batch,
  { check }: Violations,
): void {
  const failed = new Set(response.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
  const groupOf = ({ message }: Receipt): string => message.group ?? message.messageId;
  const troubled = new Set(receipts.filter(({ message }) => troubles.has(message.messageId)).map(groupOf));
  for (const receipt of receipts) {
    const { messageId } = receipt.message;
    check(
      !failed.has(messageId) || troubled.has(groupOf(receipt)),
      "what fails delays only its own group",
      () => messageId,
    );
    // It comes again only where hemvist could not notify its sender: its group waits for one attempt.
    const trouble = troubles.get(messageId);
    const isDone = trouble === undefined || trouble === "NotReplied" || isDisturbed || !isPoisoned(receipt);
    check(isDone, "a poisoned message is done with at its first attempt", () => messageId);
    check(failed.has(messageId) || !troubles.has(messageId), "what failed comes again", () => messageId);
    check(
      !failed.has(messageId) || !finished.has(messageId),
      "what is finished is not run again",
      () => messageId,
    );
  }
  for (const [messageId, trouble] of troubles) {
    const isExpected = isDisturbed || expected.has(trouble) || (isMixed && isOfNewerVersion(trouble));
    check(isExpected, "no message fails without a fault", () => `${messageId} ${trouble}`);
  }
}
