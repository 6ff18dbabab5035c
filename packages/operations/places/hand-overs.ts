import { type CaseRecord, handedOver, type Instant } from "@hemvist/casework";
import { assignmentsOf } from "@hemvist/rules";

/** A message that carried the person of a decision to a provider. */
export interface HandOver {
  readonly assignmentId: string;
  readonly queue: string;
  readonly sentAt: Instant;
  /** The provider has reported on the assignment since, so it has read the message. Otherwise it may lie on the queue. */
  readonly isAnswered: boolean;
}

/** The messages that carried the person, oldest first. The same whether the person is protected or not. */
export const handOversOf = (record: CaseRecord): readonly HandOver[] =>
  handedOver(record).map(({ assignmentId, provider, at }) => ({
    assignmentId,
    queue: assignmentsOf(provider),
    sentAt: at,
    isAnswered: record.history.some(
      (entry) =>
        entry.what === "progress-reported" &&
        entry.assignmentId === assignmentId &&
        entry.by === provider &&
        entry.at >= at,
    ),
  }));
