import { type AnswerOf, type AskedFor, answers, merged } from "@hemvist/operations/asking";
import type { CivilDate } from "@hemvist/rules";
import { flags } from "../flags.ts";
import type { Given } from "../voice/command-line.ts";
import { textOf } from "../voice/files.ts";
import { inWords } from "../voice/in-words.ts";
import { Refusal } from "../voice/refusal.ts";
import type { Command } from "./command.ts";
import { notLookedAtJson, notLookedAtLines } from "./not-looked-at.ts";
import type { Operate } from "./operate.ts";
import { reconciliationText } from "./reconcile-text.ts";
import { sentIn } from "./sent-list.ts";
import { Stopped } from "./stopped.ts";

/** Only reads. Safe in production at any time. */
export const reconcileCommand: Command = {
  name: "reconcile",
  usage: "(--day DAY | --from DAY --to DAY) [--party PARTY] [--sent FILE | -] [--json]",
  summary: {
    sv: "Om det som kom in har avslutats, och det som skulle skickas har skickats, per part och dag.",
    en: "Whether what came in has ended, and what was to be sent was sent, per party and day.",
  },
  runbook: "reconcile",
  flags: [flags.day, flags.fromDay, flags.toDay, flags.party, flags.sent],
  async run(given, { operate, terminal }) {
    const party = given.value(flags.party);
    const span = { ...daysOf(given), ...(party === undefined ? {} : { party }) };
    const file = given.value(flags.sent);
    const sent = file === undefined ? undefined : sentIn(await textOf(file));
    terminal.progress({ sv: "Läser alla beslut …", en: "Reading all decisions …" });
    const { unseen, notLookedAt, ...result } = await inParts(operate, {
      ...span,
      ...(sent === undefined ? {} : { sent }),
    });
    const uncounted = `${unseen} ${inWords({ sv: "dödbrev till är inte med", en: "more dead letters are not counted" }, terminal)}: hemvist ops dead-letters`;
    return {
      text: [
        reconciliationText(result, { ...terminal, notSeen: unseen + notLookedAt.length }),
        ...(unseen === 0 ? [] : [uncounted]),
        ...notLookedAtLines(notLookedAt, terminal),
      ].join("\n"),
      json: { ...result, lettersUnseen: unseen, notLookedAt: notLookedAtJson(notLookedAt) },
      allWell: result.balances && unseen + notLookedAt.length === 0,
    };
  },
};

type Whole = Omit<AnswerOf<"reconcile">, "left" | "after">;

/** Asks for one part of the decisions after the other, and adds the parts up. */
async function inParts(operate: Operate, asked: AskedFor<"reconcile">): Promise<Whole> {
  let { left, after, ...whole }: AnswerOf<"reconcile"> = await operate.ask(
    "reconcile",
    asked,
    answers.reconcile,
  );
  let sum: Whole = whole;
  while (after !== undefined) {
    if (operate.isStopped()) throw new Stopped();
    const next = { ...asked, after, ...(asked.sent === undefined ? {} : { sent: left }) };
    const part = await operate.ask("reconcile", next, answers.reconcile);
    sum = { ...merged(sum, part), unseen: part.unseen, notLookedAt: part.notLookedAt };
    ({ left, after } = part);
  }
  return sum;
}

function daysOf(given: Given): { readonly from: CivilDate; readonly to: CivilDate } {
  const day = given.value(flags.day);
  const [first, last] = [given.value(flags.fromDay), given.value(flags.toDay)];
  if (day !== undefined && (first ?? last) !== undefined)
    throw new Refusal({
      sv: "Ange --day, eller --from och --to, inte båda.",
      en: "Give --day, or --from and --to, not both.",
    });
  const from = day ?? first;
  const to = day ?? last ?? from;
  if (from === undefined || to === undefined)
    throw new Refusal({
      sv: "Ange vilka dagar: --day 2026-11-02, eller --from och --to.",
      en: "Which days? Give --day 2026-11-02, or --from and --to.",
    });
  if (from > to) throw new Refusal({ sv: `${from} är efter ${to}.`, en: `${from} is after ${to}.` });
  return { from, to };
}
