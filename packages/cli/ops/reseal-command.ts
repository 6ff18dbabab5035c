import { type AnswerOf, answers, reasonIn } from "@hemvist/operations/asking";
import { flags } from "../flags.ts";
import { inWords } from "../voice/in-words.ts";
import type { Terminal } from "../voice/terminal.ts";
import type { Command } from "./command.ts";
import type { Operate } from "./operate.ts";
import { Stopped } from "./stopped.ts";

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
    const sums = await inParts(operate, { reason, terminal });
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

interface With {
  readonly reason: string;
  readonly terminal: Terminal;
}

/** One part after the other. Ctrl-C ends the act, so that the journal has its result. */
async function inParts(operate: Operate, { reason, terminal }: With): Promise<Sums> {
  let { goOn, ...sums } = await operate.ask("reseal", { reason }, answers.reseal);
  while (goOn !== undefined) {
    terminal.progress({ sv: `${sums.looked} beslut lästa …`, en: `${sums.looked} decisions looked at …` });
    const isStopped = operate.isStopped();
    const { goOn: next, ...part } = await operate.ask("reseal", { reason, goOn, isStopped }, answers.reseal);
    if (isStopped) throw new Stopped();
    sums = added(sums, part);
    goOn = next;
  }
  return sums;
}

const added = (one: Sums, other: Sums): Sums => ({
  looked: one.looked + other.looked,
  resealed: one.resealed + other.resealed,
  writtenMeanwhile: one.writtenMeanwhile + other.writtenMeanwhile,
  unreadable: one.unreadable + other.unreadable,
});
