import type {
  Difference,
  DifferenceKind,
  IncomingDay,
  OutgoingDay,
  Reconciliation,
} from "@hemvist/operations";
import { tableOf } from "../voice/table-text.ts";

const meaning: Readonly<Record<DifferenceKind, string>> = {
  "sent-and-not-here":
    "avsändaren har skickat det men det finns inte här / the sender has sent it, but it is not here",
  "history-and-state-differ": "historiken och läget stämmer inte överens / history and state differ",
  "no-receipt": "inget kvitto och inget svar från utföraren / no receipt and no answer from the provider",
  "never-looked-at-again": "öppet, men ingen kontroll är planerad / open, but no next check is set",
  "outbox-of-another-version": "meddelanden från en annan version / messages of another version",
  "unreadable-item": "posten går inte att läsa / the item cannot be read",
};

/** The reconciliation as a person reads it. Ids only: nothing in it is about a person. */
export function reconciliationText(result: Reconciliation): string {
  const witness =
    result.cameInBy === "senders"
      ? "in: enligt avsändarna / in: by the senders' lists"
      : "in: enligt historiken / in: by history (--sent takes the senders' own lists)";
  return [
    `In, per avsändare och dag / In, per sender and day   (${witness})`,
    incomingTable(result.incoming),
    "",
    "Ut, per utförare och dag / Out, per provider and day   (uppdrag / assignments)",
    outgoingTable(result.outgoing),
    "",
    ...result.differences.map(differenceLine),
    ...(result.differing > result.differences.length
      ? [`… ${result.differing - result.differences.length} till / more`]
      : []),
    result.balances
      ? "Allt går ihop. / Everything balances."
      : `Går inte ihop: ${result.differing} avvikelser. / Does not balance: ${result.differing} differences.`,
  ].join("\n");
}

const incomingTable = (rows: readonly IncomingDay[]): string =>
  tableOf(
    [
      "party",
      "day",
      "in",
      "assigned",
      "returned",
      "superseded",
      "refused",
      "unreadable",
      "dead",
      "under way",
      "missing",
    ],
    [
      ...rows.map((row) => [row.party, row.day, ...incomingNumbers(row)]),
      ["sum", "", ...sums(rows.map(incomingNumbers), 9)],
    ],
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

const outgoingTable = (rows: readonly OutgoingDay[]): string =>
  tableOf(
    ["party", "day", "to be sent", "sent", "on its way", "missing"],
    [
      ...rows.map((row) => [row.party, row.day, ...outgoingNumbers(row)]),
      ["sum", "", ...sums(rows.map(outgoingNumbers), 4)],
    ],
  );

const outgoingNumbers = ({ toBeSent, sent, onItsWay, missing }: OutgoingDay): readonly number[] => [
  toBeSent,
  sent,
  onItsWay,
  missing,
];

const sums = (rows: readonly (readonly number[])[], columns: number): readonly number[] =>
  Array.from({ length: columns }, (_, column) => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0));

const differenceLine = ({ kind, party, day, decision, assignmentId, revision }: Difference): string =>
  [
    `! ${party}`,
    ...(day === undefined ? [] : [day]),
    assignmentId ?? decision,
    ...(revision === undefined ? [] : [`revision ${revision}`]),
    `${kind}: ${meaning[kind]}`,
  ].join("  ");
