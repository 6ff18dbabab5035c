import { type Instant, type Message, NotAllKept, type Receipts } from "@hemvist/casework";
import { happeningOf } from "@hemvist/rules";

export interface Ports {
  readonly receipts: Pick<Receipts, "keep">;
  readonly now: () => Instant;
  /** Called when receipts could not be kept, with how many they were. */
  readonly onFailed: (error: unknown, receipts: number) => void;
}

/**
 * Stores when assignments reached their provider's queue, so that SF can see it. A receipt proves nothing, and nothing
 * depends on it. Only the provider's own report proves that an assignment arrived. So it never throws: hand-off would
 * send everything again for the sake of a receipt.
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
