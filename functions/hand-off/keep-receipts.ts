import type { Instant, Message, Receipts } from "@hemvist/casework";

/**
 * Keeps when assignments reached their provider's queue, for SF to see. A receipt proves nothing and drives nothing:
 * that an assignment has arrived is proven by the provider's own word, and by nothing else.
 */
export const keepReceipts =
  ({ receipts, now }: { readonly receipts: Pick<Receipts, "keep">; readonly now: () => Instant }) =>
  async (sent: readonly Message[]): Promise<void> => {
    const requested = sent.filter(
      ({ event }) => event.type === "se.goteborg.hemvist.assignment.requested.v1",
    );
    const assignmentIds = [...new Set(requested.map(({ event }) => event.subject))];
    if (assignmentIds.length > 0) await receipts.keep(assignmentIds, now());
  };
