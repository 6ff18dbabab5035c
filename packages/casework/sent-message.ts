import { caseKeyOf } from "./addresses.ts";
import type { Instant } from "./assignment.ts";
import { personFor } from "./assignment-messages.ts";
import type { CloudEvent, Message } from "./message.ts";
import type { CaseStore } from "./ports.ts";

/** A message as it is remembered: what was sent when, and nothing of whom it was about. */
export interface SentMessage {
  readonly sentAt: Instant;
  readonly queue: string;
  /** Without `data.person`. */
  readonly event: CloudEvent;
  /** Whether it told who the person is. */
  readonly tellsPerson: boolean;
}

/** What parties were sent, and when, so that it can be sent again. */
export interface SentMessages {
  /** @throws NotAllKept where some could not be */
  keep(messages: readonly SentMessage[]): Promise<void>;
  /** What was put on a queue in a window, its ends included, in the order in which it was. */
  between(
    queue: string,
    window: { readonly from: Instant; readonly to: Instant },
  ): AsyncIterable<SentMessage>;
}

/** What is remembered of a message: all but the person. */
export function remembered({ queue, event }: Message, sentAt: Instant): SentMessage {
  const { person, ...data } = event.data;
  return { sentAt, queue, event: { ...event, data }, tellsPerson: person !== undefined };
}

/**
 * The message as it was sent, but for the person: that is as the decision knows it now, so that whoever has been
 * protected since is not told of again. Undefined where the decision no longer tells of anybody.
 */
export async function asSentNow(
  { queue, event, tellsPerson }: SentMessage,
  cases: Pick<CaseStore, "find">,
): Promise<Message | undefined> {
  if (!tellsPerson) return { queue, event };
  const person = (await cases.find(caseKeyOf(event.correlationid)))?.standing?.decision.person;
  return person && { queue, event: { ...event, data: { ...event.data, person: personFor(person) } } };
}
