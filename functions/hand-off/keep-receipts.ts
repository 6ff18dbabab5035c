import { type Instant, type Message, NotAllKept, type Receipts } from "@hemvist/casework";
import { happeningOf } from "@hemvist/rules";

export interface Ports {
  readonly receipts: Pick<Receipts, "keep">;
  readonly now: () => Instant;
  /** Called when receipts could not be kept, with how many they were. */
  readonly onFailed: (error: unknown, receipts: number) => void;
}

/**
 * Keeps when assignments reached their provider's queue, for SF to see. A receipt proves nothing and drives nothing:
 * that an assignment has arrived is proven by the provider's own word, and by nothing else. So it never throws: what
 * has been sent would be sent again for the sake of a receipt.
 */
export const keepReceipts =
  ({ receipts, now, onFailed }: Ports) =>
  async (sent: readonly Message[]): Promise<void> => {
    const requested = sent.filter(({ event }) => happeningOf(event.type) === "assignment.requested");
    const assignmentIds = [...new Set(requested.map(({ event }) => event.subject))];
    if (assignmentIds.length === 0) return;
    try {
      await receipts.keep(assignmentIds, now());
    } catch (error) {
      onFailed(error, error instanceof NotAllKept ? error.many : assignmentIds.length);
    }
  };
