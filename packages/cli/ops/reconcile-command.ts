import { readFile } from "node:fs/promises";
import { CannotRun, depths, incomingQueues, listed, reconcile } from "@hemvist/operations";
import { type CivilDate, isCivilDate, isOf } from "@hemvist/rules";
import type { Command, Given } from "./command.ts";
import { partyIn } from "./party-in.ts";
import { reconciliationText } from "./reconcile-text.ts";
import { sentIn } from "./sent-list.ts";

const decisionQueues = incomingQueues.filter((queue) => isOf("decisions", queue));

/** Reads only; safe against production at any time. */
export const reconcileCommand: Command = {
  name: "reconcile",
  usage: "(--day DAY | --from DAY --to DAY) [--party PARTY] [--sent FILE] [--json]",
  summary: "whether what came in has ended, and what was to be sent was sent, per party and day",
  runbook: "reconcile",
  options: {
    "--day": "one day in Stockholm, as 2026-11-02",
    "--from, --to": "the first day and the last, both included",
    "--party": "only this party, such as sf-centrum or kompetenscenter",
    "--sent": "what senders say they sent, one JSON object a line (docs/runbooks/reconcile.md)",
  },
  parse: {
    day: { type: "string" },
    from: { type: "string" },
    to: { type: "string" },
    party: { type: "string" },
    sent: { type: "string" },
  },
  async run(given, system) {
    const span = { ...daysOf(given), ...partyIn(given), now: system.now() };
    const file = given.text("sent");
    const sent = file === undefined ? undefined : sentIn(await contentOf(file));
    const { letters, unseen } = await listed(await system.letters(), decisionQueues);
    const result = await reconcile(
      {
        records: system.records(),
        receiptsOf: system.receiptsOf,
        letters,
        depths: await depths(system),
        ...(sent === undefined ? {} : { sent }),
      },
      span,
    );
    // A message among those letters would be called missing, so nothing is said to balance.
    const note =
      unseen === 0
        ? ""
        : `\n${unseen} dödbrev till är inte med / more dead letters are not counted: hemvist ops dead-letters`;
    return {
      text: `${reconciliationText(result)}${note}`,
      json: { ...result, lettersUnseen: unseen },
      allWell: result.balances && unseen === 0,
    };
  },
};

function daysOf(given: Given): { readonly from: CivilDate; readonly to: CivilDate } {
  const isSpan = given.text("from") !== undefined || given.text("to") !== undefined;
  if (given.text("day") !== undefined && isSpan)
    throw new CannotRun("Give --day, or --from and --to, not both.");
  const from = given.text("day") ?? given.text("from");
  const to = given.text("day") ?? given.text("to") ?? from;
  if (from === undefined || to === undefined)
    throw new CannotRun("Which days? Give --day 2026-11-02, or --from and --to.");
  for (const day of [from, to])
    if (!isCivilDate(day)) throw new CannotRun(`${day} is no day: write it as 2026-11-02.`);
  if (from > to) throw new CannotRun(`${from} is after ${to}.`);
  return { from, to };
}

async function contentOf(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch {
    throw new CannotRun(`${file} cannot be read: is it there, and may you read it?`);
  }
}
