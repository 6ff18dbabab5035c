import { type Municipality, typeOf } from "@hemvist/rules";
import { eventIdOf } from "./addresses.ts";
import type { Instant } from "./assignment.ts";

/** A CloudEvent 1.0.2, structured. Extension attributes are lower case, as the specification asks. */
export interface CloudEvent {
  readonly specversion: "1.0";
  /**
   * Decision, version, index and time. The same message has the same id however often hemvist sends it. No other
   * message has it, even if versions count again in a restored table (ADR 25).
   */
  readonly id: string;
  /** The municipality's URN. */
  readonly source: string;
  /** The municipality's prefix, and what has happened. */
  readonly type: string;
  readonly time: Instant;
  /** The assignment or the decision that it is about. */
  readonly subject: string;
  readonly datacontenttype: "application/json";
  /** The decision: `<administration>.<decisionId>`. */
  readonly correlationid: string;
  /** What caused it: a revision, a progress report, a follow-up. */
  readonly causationid: string;
  /** W3C Trace Context, if the cause had one. */
  readonly traceparent?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A message on its way to a party. */
export interface Message {
  /** The queue's logical name: a party's inbox, or a provider's assignments. */
  readonly queue: string;
  readonly event: CloudEvent;
}

/** A message from the core, before it has an id, a version and a time. */
export interface Draft {
  readonly queue: string;
  readonly happening: string;
  readonly subject: string;
  /** Whether a provider gets the version too. A message to an inbox always has it. */
  readonly isNumbered?: boolean;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The cause of a change, and the municipality whose models judge and whose names the messages have. */
export interface Cause {
  readonly municipality: Municipality;
  readonly at: Instant;
  readonly causationId: string;
  readonly traceparent?: string;
}

const byFollowUp = "follow-up ";

/** The cause of what a run of follow-up brings about. */
export const followUpCause = (at: Instant): string => `${byFollowUp}${at}`;

/** Whether a run of follow-up caused the message, for example because a provider did not acknowledge the first. */
export const isByFollowUp = ({ causationid }: Pick<CloudEvent, "causationid">): boolean =>
  causationid.startsWith(byFollowUp);

/** Gives a draft its envelope. `index` is its place among the messages of one version. */
export function addressed(
  draft: Draft,
  {
    correlationId,
    version,
    index,
    cause,
  }: { correlationId: string; version: number; index: number; cause: Cause },
): Message {
  return {
    queue: draft.queue,
    event: {
      specversion: "1.0",
      id: eventIdOf(correlationId, { version, index, at: cause.at }),
      source: cause.municipality.urn,
      type: typeOf(cause.municipality, draft.happening),
      time: cause.at,
      subject: draft.subject,
      datacontenttype: "application/json",
      correlationid: correlationId,
      causationid: cause.causationId,
      ...(cause.traceparent ? { traceparent: cause.traceparent } : {}),
      data: draft.data,
    },
  };
}

/** A message to a sender that changes no record: a repeated answer, or the reason why its message changed nothing. */
export function reply(
  draft: Draft,
  { id, correlationId, cause }: { id: string; correlationId: string; cause: Cause },
): Message {
  const { queue, event } = addressed(draft, { correlationId, version: 0, index: 0, cause });
  return { queue, event: { ...event, id } };
}
