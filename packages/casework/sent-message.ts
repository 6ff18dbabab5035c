import { caseKeyOf } from "./addresses.ts";
import type { Instant } from "./assignment.ts";
import { personFor } from "./assignment-messages.ts";
import type { CloudEvent, Message } from "./message.ts";
import type { CaseStore } from "./ports.ts";

/** A sent message as the table keeps it: what hemvist sent and when, without the person. */
export interface SentMessage {
  readonly sentAt: Instant;
  readonly queue: string;
  /** Without `data.person`. */
  readonly event: CloudEvent;
  /** Whether it held the person's identity. */
  readonly tellsPerson: boolean;
}

/** All that hand-off remembers: the messages that it sent, and when. */
export interface SentMessages {
  /** @throws NotAllKept where some could not be */
  keep(messages: readonly SentMessage[]): Promise<void>;
  /** The messages that went to a queue in a time window, both ends included, in their order. */
  between(
    queue: string,
    window: { readonly from: Instant; readonly to: Instant },
  ): AsyncIterable<SentMessage>;
  /** The ids of all events that were sent in a time window, to any queue. */
  idsBetween(window: { readonly from: Instant; readonly to: Instant }): Promise<ReadonlySet<string>>;
  /** When each assignment was last put on its provider's queue. Without one, it is left out. */
  deliveredAt(assignmentIds: readonly string[]): Promise<ReadonlyMap<string, Instant>>;
}

/** A message without the person. */
export function remembered({ queue, event }: Message, sentAt: Instant): SentMessage {
  const { person, ...data } = event.data;
  return { sentAt, queue, event: { ...event, data }, tellsPerson: person !== undefined };
}

/**
 * The message as it was sent, with the person from the decision as it is now. So the identity of a person who has been
 * protected since does not go out again. Undefined if the decision no longer has a person.
 */
export async function asSentNow(
  { queue, event, tellsPerson }: SentMessage,
  cases: Pick<CaseStore, "find">,
): Promise<Message | undefined> {
  if (!tellsPerson) return { queue, event };
  const person = (await cases.find(caseKeyOf(event.correlationid)))?.standing?.decision.person;
  return person && { queue, event: { ...event, data: { ...event.data, person: personFor(person) } } };
}
