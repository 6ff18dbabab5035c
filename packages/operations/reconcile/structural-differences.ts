import { type CaseRecord, correlationIdOf, isOpen } from "@hemvist/casework";
import type { Difference } from "./balance.ts";

/** What must hold for every record on any day. */
export function structuralDifferences(record: CaseRecord): readonly Difference[] {
  const { administration: party, assignments, outbox, version, dueAt } = record;
  const decision = correlationIdOf(record);
  const unwatched = dueAt === undefined ? assignments.find(isOpen) : undefined;
  const isAnothers = outbox.some(({ event }) => !event.id.startsWith(`${decision}.${version}.`));
  return [
    ...(unwatched
      ? [{ kind: "never-looked-at-again" as const, party, decision, assignmentId: unwatched.assignmentId }]
      : []),
    ...(isAnothers ? [{ kind: "outbox-of-another-version" as const, party, decision }] : []),
  ];
}
