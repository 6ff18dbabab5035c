import { inboxOf, isOf, type Municipality, partiesOf, partyOf } from "@hemvist/rules";
import type { Accepted } from "../platform/party-queues.ts";
import type { Ledger } from "./ledger.ts";
import { ownMessages } from "./own.ts";
import type { Violations } from "./violations.ts";

/** Looks at each message that a party's queue accepts. Returns whether it is the first time. */
export function deliveredInvariants(
  { accepted, unsent, replayed, newest }: Ledger,
  {
    municipality,
    violations: { check },
  }: { readonly municipality: Municipality; readonly violations: Violations },
): (message: Accepted) => boolean {
  const isOwn = ownMessages(municipality);
  const inboxes = new Set(partiesOf(municipality).administrations.map(inboxOf));

  function inOrder(message: Accepted): void {
    if (replayed.has(message.deduplicationId)) return;
    const place = placeOf(message);
    const line = `${message.queue} ${message.group}`;
    const about = aboutOf(message, line);
    const [before = -1, sameBefore = -1] = [newest.get(line), newest.get(about)];
    check(
      place > sameBefore && versionOf(place) >= versionOf(before),
      "effects come in version order",
      () => `${message.deduplicationId} on ${message.queue}`,
    );
    newest.set(line, Math.max(place, before));
    newest.set(about, Math.max(place, sameBefore));
  }

  return (message) => {
    const { deduplicationId: id } = message;
    const earlier = accepted.get(id);
    if (earlier !== undefined) {
      const isSame = earlier.body === message.body || essence(earlier) === essence(message);
      check(isSame && earlier.queue === message.queue, "the same id carries the same message", () => id);
      return false;
    }
    accepted.set(id, message);
    check(isOwn(message), "nothing crosses municipalities", () => id);
    check(isInItsGroup(message), "a message is in its decision's group", () => id);
    check(message.body.length < mostBytes, "no message is larger than a party takes", () => id);
    if (isReply(id)) return true;
    check(
      !inboxes.has(message.queue) || isOfParty(message),
      "an administration gets messages of its own decisions only",
      () => id,
    );
    check(unsent.has(id), "a message comes from a version that was written", () => id);
    unsent.delete(id);
    inOrder(message);
    return true;
  };
}

/** Far below what SQS takes, and more than anything that we have to say. */
const mostBytes = 200_000;

/** An answer to one message, of no version: its id begins with that message's. */
export const isReply = (eventId: string): boolean => /^m\d+\./.test(eventId);

// Looked for as text: every message of every world comes by here.
const isInItsGroup = ({ body, group }: Accepted): boolean => body.includes(`"correlationid":"${group}"`);

/** About a decision of the queue's own party, by the id that each message of it begins with. */
const isOfParty = ({ queue, deduplicationId }: Accepted): boolean =>
  deduplicationId.startsWith(`${partyOf(queue)}.`);

const mostMessages = 1000;

/** The id is its decision, version, index and time. */
function placeOf({ deduplicationId, group }: Accepted): number {
  const [version, index] = deduplicationId.slice(group.length + 1).split(".", 2);
  return Number(version) * mostMessages + Number(index);
}

const versionOf = (place: number): number => Math.floor(place / mostMessages);

/**
 * What must keep its order within one version. An inbox counts versions, so all that lies there must. A provider gets
 * messages about several assignments in any order, and those about one assignment in theirs.
 */
const aboutOf = ({ queue, body }: Accepted, line: string): string =>
  isOf("inbox", queue) ? line : `${line} ${/"subject":"([^"]*)"/.exec(body)?.[1]}`;

/**
 * What must be the same each time a message is sent. Of a version's message everything but whom it is about, whose
 * identity may have been protected in between, and which copy of one message caused it, where a queue took both in the
 * same second and the table was restored between them; of an answer what it answers: it says how things stand when it is
 * given.
 */
function essence({ deduplicationId, body }: Accepted): string {
  const event = JSON.parse(body) as { type: string; causationid: string; data: Record<string, unknown> };
  if (isReply(deduplicationId)) return `${event.type} ${event.causationid}`;
  return JSON.stringify({ ...event, causationid: undefined, data: { ...event.data, person: undefined } });
}
