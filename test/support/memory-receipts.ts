import type { Receipts } from "@hemvist/casework";

/** Receipts in memory. */
export function memoryReceipts(): Receipts {
  const delivered = new Map<string, string>();
  return {
    keep(assignmentIds, at) {
      for (const assignmentId of assignmentIds) delivered.set(assignmentId, at);
      return Promise.resolve();
    },
    deliveredAt: (assignmentId) => Promise.resolve(delivered.get(assignmentId)),
  };
}
