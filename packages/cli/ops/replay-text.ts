import type { SentMessage } from "@hemvist/casework";
import type { Replayed } from "@hemvist/operations";
import { inWords, type Voice } from "../voice/in-words.ts";
import type { Done } from "./command.ts";

interface Outcome {
  readonly plan: readonly SentMessage[];
  /** Places of remembered messages that the code cannot read. The party does not get them. */
  readonly unread: readonly string[];
  /** Absent in a dry run. */
  readonly replayed?: Replayed;
}

/** What a replay sent, or would send. */
export function replayDone({ plan, unread, replayed }: Outcome, voice: Voice): Done {
  const events = plan.map(({ queue, sentAt, event: { id, type } }) => ({ id, type, queue, sentAt }));
  const left = replayed === undefined ? [] : [...replayed.notSent, ...replayed.untold];
  const notSent = inWords({ sv: "inte skickat", en: "not sent" }, voice);
  const notRead = inWords({ sv: "går inte att läsa", en: "cannot be read" }, voice);
  return {
    text: [
      ...events.map(({ id, type, queue, sentAt }) => `${sentAt}  ${queue}  ${type}  ${id}`),
      ...left.map((id) => `! ${id} ${notSent}`),
      ...unread.map((place) => `! ${place} ${notRead}`),
      replayed === undefined
        ? `${events.length} ${inWords(dryRun, voice)}`
        : `${replayed.sent.length} ${inWords({ sv: "skickade", en: "sent" }, voice)}.`,
    ].join("\n"),
    json: { dryRun: replayed === undefined, events, unread, ...replayed },
    allWell: left.length + unread.length === 0,
  };
}

const dryRun = {
  sv: "skulle skickas; inget är gjort (--dry-run).",
  en: "would be sent; nothing was done (--dry-run).",
};
