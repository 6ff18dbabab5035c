import type { AnswerOf, ExplainedLetter } from "@hemvist/operations/asking";
import { inWords, named, type Voice } from "../voice/in-words.ts";
import { tableOf } from "../voice/table-text.ts";
import { awaitsText } from "./awaits-text.ts";

interface Planned extends ExplainedLetter {
  readonly send: boolean;
}

interface Outcome {
  readonly redriven: AnswerOf<"redrive">["redriven"];
  readonly awaits?: AnswerOf<"redrive">["awaits"];
  readonly unseen: number;
  readonly voice: Voice;
}

/** What a redrive did, or would do, in its order. */
export function redriveText(
  letters: readonly Planned[],
  { redriven, awaits, unseen, voice }: Outcome,
): string {
  if (letters.length === 0) return inWords({ sv: "Inget att skicka.", en: "Nothing to send." }, voice);
  return [
    tableOf(
      [
        "",
        "id",
        { sv: "kö", en: "queue" },
        { sv: "beslut", en: "decision" },
        { sv: "vad", en: "what" },
        { sv: "eftersom", en: "because" },
      ],
      letters.map((letter) => [
        didWith(letter, { redriven, voice }),
        letter.id,
        letter.queue,
        letter.decision ?? "-",
        named(letter.what, voice),
        letter.verdict.kind,
      ]),
      voice,
    ),
    ...letters.filter(({ send }) => !send).map(({ id, whatNow }) => `${id}: ${inWords(whatNow, voice)}`),
    ...(unseen > 0
      ? [
          `${unseen} ${inWords({ sv: "till bakom dem: kör igen", en: "more behind them: run it again" }, voice)}`,
        ]
      : []),
    awaits !== undefined
      ? awaitsText(awaits, voice)
      : redriven === undefined
        ? inWords({ sv: "Inget är gjort (--dry-run).", en: "Nothing was done (--dry-run)." }, voice)
        : `${redriven.sent.length} ${inWords({ sv: "skickade", en: "sent" }, voice)}.`,
  ].join("\n");
}

function didWith({ id, send }: Planned, { redriven, voice }: Pick<Outcome, "redriven" | "voice">): string {
  if (!send) return named({ sv: "lämnas", en: "leave" }, voice);
  if (redriven === undefined) return named({ sv: "skulle skickas", en: "would send" }, voice);
  if (redriven.notSent.includes(id)) return named({ sv: "INTE SKICKAT", en: "NOT SENT" }, voice);
  return redriven.notRemoved.includes(id)
    ? named({ sv: "skickat, ligger kvar", en: "sent, still here" }, voice)
    : named({ sv: "skickat", en: "sent" }, voice);
}
