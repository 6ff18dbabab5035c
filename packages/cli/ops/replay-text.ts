import type { AnswerOf } from "@hemvist/operations/asking";
import { inWords, type Voice } from "../voice/in-words.ts";
import { awaitsText } from "./awaits-text.ts";
import type { Done } from "./command.ts";

/** What a replay sent, or would send. */
export function replayDone({ events, unread, replayed, awaits }: AnswerOf<"replay">, voice: Voice): Done {
  const left = replayed === undefined ? [] : [...replayed.notSent, ...replayed.untold];
  const notSent = inWords({ sv: "inte skickat", en: "not sent" }, voice);
  const notRead = inWords({ sv: "går inte att läsa", en: "cannot be read" }, voice);
  return {
    text: [
      ...events.map(({ id, type, queue, sentAt }) => `${sentAt}  ${queue}  ${type}  ${id}`),
      ...left.map((id) => `! ${id} ${notSent}`),
      ...unread.map((place) => `! ${place} ${notRead}`),
      awaits !== undefined
        ? awaitsText(awaits, voice)
        : replayed === undefined
          ? `${events.length} ${inWords(dryRun, voice)}`
          : `${replayed.sent.length} ${inWords({ sv: "skickade", en: "sent" }, voice)}.`,
    ].join("\n"),
    json: {
      dryRun: replayed === undefined && awaits === undefined,
      events,
      unread,
      ...replayed,
      ...(awaits === undefined ? {} : { awaits }),
    },
    allWell: left.length + unread.length === 0 && awaits === undefined,
  };
}

const dryRun = {
  sv: "skulle skickas; inget är gjort (--dry-run).",
  en: "would be sent; nothing was done (--dry-run).",
};
