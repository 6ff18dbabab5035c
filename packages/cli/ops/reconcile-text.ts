import type {
  Difference,
  DifferenceKind,
  IncomingDay,
  OutgoingDay,
  Reconciliation,
} from "@hemvist/operations/asking";
import type { Bilingual } from "@hemvist/rules";
import { inWords, named, type Voice } from "../voice/in-words.ts";
import { tableOf } from "../voice/table-text.ts";

const meaning: Readonly<Record<DifferenceKind, Bilingual>> = {
  "sent-and-not-here": {
    sv: "avsändaren har skickat det men det finns inte här",
    en: "the sender has sent it, but it is not here",
  },
  "history-and-state-differ": {
    sv: "historiken och läget stämmer inte överens",
    en: "history and state differ",
  },
  "no-receipt": {
    sv: "inget kvitto och inget svar från utföraren",
    en: "no receipt and no answer from the provider",
  },
  "never-looked-at-again": {
    sv: "öppet, men ingen kontroll är planerad",
    en: "open, but no next check is set",
  },
  "outbox-of-another-version": { sv: "meddelanden från en annan version", en: "messages of another version" },
  "unreadable-item": { sv: "posten går inte att läsa", en: "the item cannot be read" },
};

interface Reading extends Voice {
  /** How many queues and letters were not looked at. They may hold what is missing. */
  readonly notSeen?: number;
}

/** The reconciliation as a person reads it. Ids only: nothing in it is about a person. */
export function reconciliationText(result: Reconciliation, { notSeen = 0, ...voice }: Reading = {}): string {
  const say = (text: Bilingual): string => inWords(text, voice);
  const { differences, differing } = result;
  const witness =
    result.cameInBy === "senders"
      ? say({ sv: "in: enligt avsändarna", en: "in: by the senders' lists" })
      : say({
          sv: "in: enligt historiken (--sent tar avsändarnas egna listor)",
          en: "in: by history (--sent takes the senders' own lists)",
        });
  return [
    `${say({ sv: "In, per avsändare och dag", en: "In, per sender and day" })}   (${witness})`,
    incomingTable(result.incoming, voice),
    "",
    `${say({ sv: "Ut, per utförare och dag", en: "Out, per provider and day" })}   (${say({ sv: "uppdrag", en: "assignments" })})`,
    outgoingTable(result.outgoing, voice),
    "",
    ...differences.map((difference) => differenceLine(difference, voice)),
    ...(differing > differences.length
      ? [`… ${differing - differences.length} ${say({ sv: "till", en: "more" })}`]
      : []),
    result.balances
      ? say(notSeen === 0 ? everything : whatWasSeen)
      : say({
          sv: `Går inte ihop: ${differing} avvikelser.`,
          en: `Does not balance: ${differing} differences.`,
        }),
  ].join("\n");
}

const everything: Bilingual = { sv: "Allt går ihop.", en: "Everything balances." };
const whatWasSeen: Bilingual = {
  sv: "Det som lästes går ihop, men allt lästes inte.",
  en: "What was looked at balances, but not all was.",
};

const party: Bilingual = { sv: "part", en: "party" };
const day: Bilingual = { sv: "dag", en: "day" };
const sum: Bilingual = { sv: "summa", en: "sum" };
const missing: Bilingual = { sv: "saknas", en: "missing" };

const incomingTable = (rows: readonly IncomingDay[], voice: Voice): string =>
  tableOf(
    [
      party,
      day,
      { sv: "in", en: "in" },
      { sv: "tilldelade", en: "assigned" },
      { sv: "återlämnade", en: "returned" },
      { sv: "ersatta", en: "superseded" },
      { sv: "avvisade", en: "refused" },
      { sv: "oläsbara", en: "unreadable" },
      { sv: "dödbrev", en: "dead" },
      { sv: "på väg", en: "under way" },
      missing,
    ],
    [
      ...rows.map((row) => [row.party, row.day, ...incomingNumbers(row)]),
      [named(sum, voice), "", ...sums(rows.map(incomingNumbers), 9)],
    ],
    voice,
  );

const incomingNumbers = (row: IncomingDay): readonly number[] => [
  row.cameIn,
  row.assigned,
  row.returned,
  row.superseded,
  row.refused,
  row.unreadable,
  row.deadLettered,
  row.underWay,
  row.missing,
];

const outgoingTable = (rows: readonly OutgoingDay[], voice: Voice): string =>
  tableOf(
    [
      party,
      day,
      { sv: "ska skickas", en: "to be sent" },
      { sv: "skickade", en: "sent" },
      { sv: "på väg", en: "on its way" },
      missing,
    ],
    [
      ...rows.map((row) => [row.party, row.day, ...outgoingNumbers(row)]),
      [named(sum, voice), "", ...sums(rows.map(outgoingNumbers), 4)],
    ],
    voice,
  );

const outgoingNumbers = ({ toBeSent, sent, onItsWay, missing }: OutgoingDay): readonly number[] => [
  toBeSent,
  sent,
  onItsWay,
  missing,
];

const sums = (rows: readonly (readonly number[])[], columns: number): readonly number[] =>
  Array.from({ length: columns }, (_, column) => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0));

const differenceLine = (
  { kind, party, day, decision, assignmentId, revision }: Difference,
  voice: Voice,
): string =>
  [
    `! ${party}`,
    ...(day === undefined ? [] : [day]),
    assignmentId ?? decision,
    ...(revision === undefined ? [] : [`revision ${revision}`]),
    `${kind}: ${inWords(meaning[kind], voice)}`,
  ].join("  ");
