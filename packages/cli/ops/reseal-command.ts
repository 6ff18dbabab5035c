import { type AnswerOf, answers, reasonIn } from "@hemvist/operations/asking";
import { flags } from "../flags.ts";
import { inWords } from "../voice/in-words.ts";
import type { Command } from "./command.ts";
import { inParts, type Next } from "./in-parts.ts";

type Sums = Omit<AnswerOf<"reseal">, "goOn">;

/** Seals the records anew that have an earlier format or key. It can be stopped and run again at any time. */
export const resealCommand: Command = {
  name: "reseal",
  usage: "--reason WHY [--json]",
  summary: {
    sv: "Förseglar beslut på nytt som har ett äldre format eller en äldre nyckel.",
    en: "Seals decisions anew that have an earlier format or key.",
  },
  runbook: "reseal",
  flags: [flags.reason],
  async run(given, { operate, terminal }) {
    const reason = reasonIn(given.value(flags.reason));
    let sums = none;
    const ask = (next: Next) => operate.ask("reseal", { reason, ...next }, answers.reseal);
    for await (const { goOn, ...part } of inParts(operate, ask)) {
      sums = added(sums, part);
      if (goOn !== undefined)
        terminal.progress({
          sv: `${sums.looked} beslut lästa …`,
          en: `${sums.looked} decisions looked at …`,
        });
    }
    const { looked, resealed, writtenMeanwhile, unreadable } = sums;
    const say = (sv: string, en: string): string => inWords({ sv, en }, terminal);
    return {
      text: [
        `${looked} ${say("beslut lästa", "decisions looked at")}`,
        `${resealed} ${say("förseglade på nytt", "sealed anew")}`,
        `${writtenMeanwhile} ${say("skrivna av hemvist under tiden", "written by hemvist meanwhile")}`,
        ...(unreadable === 0 ? [] : [`! ${unreadable} ${say("går inte att läsa", "cannot be read")}`]),
      ].join("\n"),
      json: sums,
      allWell: unreadable === 0,
    };
  },
};

const none: Sums = { looked: 0, resealed: 0, writtenMeanwhile: 0, unreadable: 0 };

const added = (one: Sums, other: Sums): Sums => ({
  looked: one.looked + other.looked,
  resealed: one.resealed + other.resealed,
  writtenMeanwhile: one.writtenMeanwhile + other.writtenMeanwhile,
  unreadable: one.unreadable + other.unreadable,
});
