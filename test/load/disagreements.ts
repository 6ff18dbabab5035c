import { correlationIdOf } from "@hemvist/casework";
import { isOf } from "@hemvist/rules";
import type { SentMessage } from "./case-systems.ts";
import type { Loaded } from "./compared.ts";
import { partyOf, type Received, type Seen } from "./seen.ts";

/** Something that does not agree, by the id of its decision, its assignment or its message. */
export interface Disagreement {
  readonly what:
    | "a message without an answer"
    | "a decision that was posted and has no answer"
    | "a decision that was not sent"
    | "a decision whose versions are not those that the stream carried"
    | "a message that its party has not received"
    | "a message that nothing caused"
    | "a report that is neither recorded nor refused";
  readonly id: string;
}

/** Holds what the parties know against the records: theirs is knowledge that the system cannot have made up. */
export const disagreements = (loaded: Loaded): readonly Disagreement[] => [
  ...unsent(loaded),
  ...uncarried(loaded),
  ...unanswered(loaded),
  ...unreported(loaded),
  ...undelivered(loaded),
  ...uncaused(loaded),
];

const recordsOf = ({ records }: Loaded) => records.flatMap((one) => ("unreadable" in one ? [] : [one]));

function* received({ received: queues }: Seen): Iterable<Received & { readonly queue: string }> {
  for (const [queue, messages] of queues)
    for (const message of messages.values()) yield { ...message, queue };
}

function unsent(loaded: Loaded): readonly Disagreement[] {
  const known = new Set(
    loaded.sent.flatMap(({ content }) => (content ? [`${content.decision} ${content.contentHash}`] : [])),
  );
  return recordsOf(loaded).flatMap((record) => {
    const id = correlationIdOf(record);
    const isKnown = record.history.every(
      (entry) => !("contentHash" in entry) || known.has(`${id} ${entry.contentHash}`),
    );
    return isKnown ? [] : [{ what: "a decision that was not sent" as const, id }];
  });
}

/** Each version once, from the first to the one that is stored. */
function uncarried(loaded: Loaded): readonly Disagreement[] {
  const { versions, skipped } = loaded.seen;
  const stored = new Map(recordsOf(loaded).map((record) => [correlationIdOf(record), record.version]));
  const decisions = new Set([...versions.keys(), ...stored.keys()]);
  return [...decisions]
    .filter((id) => skipped.has(id) || versions.get(id) !== stored.get(id))
    .map((id) => ({ what: "a decision whose versions are not those that the stream carried", id }));
}

/** A message on a queue is answered in the inbox, unless it was set aside; a post at once. */
function unanswered({ sent, seen, letters }: Loaded): readonly Disagreement[] {
  const answered = new Set<string | undefined>(letters.flatMap(({ id, originalId }) => [id, originalId]));
  for (const { answers, causationId, id } of received(seen)) {
    answered.add(answers.messageId);
    if (seen.caused.has(id)) answered.add(causationId);
  }
  return sent.flatMap((message): readonly Disagreement[] => {
    const { messageId } = message;
    if (messageId === undefined) return isAnswered(message) ? [] : [postedInVain(message)];
    return answered.has(messageId) ? [] : [{ what: "a message without an answer", id: messageId }];
  });
}

/** Taken, known, refused, or returned. */
const isAnswered = ({ status }: SentMessage): boolean =>
  status !== undefined && [202, 200, 409, 422].includes(status);

const postedInVain = ({ content, administration }: SentMessage): Disagreement => ({
  what: "a decision that was posted and has no answer",
  id: content?.decision ?? administration,
});

function unreported(loaded: Loaded): readonly Disagreement[] {
  const ended = new Set<string | undefined>();
  for (const { history } of recordsOf(loaded))
    for (const entry of history) if ("progressId" in entry) ended.add(entry.progressId);
  for (const { answers } of received(loaded.seen)) ended.add(answers.progressId);
  const aside = loaded.letters.filter(({ queue }) => isOf("progress", queue));
  return loaded.reports
    .filter(
      ({ progressId }) => !ended.has(progressId) && !aside.some(({ body }) => body.includes(progressId)),
    )
    .map(({ assignmentId }) => ({
      what: "a report that is neither recorded nor refused",
      id: assignmentId,
    }));
}

function undelivered({ seen }: Loaded): readonly Disagreement[] {
  const arrived = new Set<string>();
  for (const { queue, id } of received(seen)) arrived.add(`${partyOf(queue)} ${id}`);
  return [...seen.caused]
    .filter(([id, { party }]) => !arrived.has(`${party} ${id}`))
    .map(([, { subject }]) => ({ what: "a message that its party has not received", id: subject }));
}

/** What came to a party is what a version causes, or the answer to something that a party sent. */
function uncaused({ seen, sent }: Loaded): readonly Disagreement[] {
  const own = new Set(sent.flatMap(({ messageId }) => messageId ?? []));
  return [...received(seen)]
    .filter(({ id, answers: { messageId = "" }, type }) => {
      const isAnswer = own.has(messageId) || type.endsWith(".progress.refused.v1");
      return !seen.caused.has(id) && !isAnswer;
    })
    .map(({ id }) => ({ what: "a message that nothing caused", id }));
}
