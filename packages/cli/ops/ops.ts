import { CannotRun, Interrupted, systemOnAws } from "@hemvist/operations";
import { flags } from "../flags.ts";
import type { CommandLine, Group } from "../voice/command-line.ts";
import { interrupted, onInterrupt } from "../voice/interruption.ts";
import { Refusal } from "../voice/refusal.ts";
import type { Command } from "./command.ts";
import { deadLettersCommand } from "./dead-letters-command.ts";
import { discardCommand } from "./discard-command.ts";
import { explainCommand } from "./explain-command.ts";
import { reconcileCommand } from "./reconcile-command.ts";
import { redriveCommand } from "./redrive-command.ts";
import { replayCommand } from "./replay-command.ts";
import { viewCommand } from "./view-command.ts";
import { whatWentWrong } from "./what-went-wrong.ts";

const status = { allWell: 0, notWell: 2 };

const commands: readonly Command[] = [
  deadLettersCommand,
  explainCommand,
  redriveCommand,
  discardCommand,
  replayCommand,
  reconcileCommand,
  viewCommand,
];

const lineOf = (command: Command): CommandLine => ({
  ...command,
  flags: [...command.flags, flags.json],
  after: {
    sv: `När och varför: docs/runbooks/${command.runbook}.md`,
    en: `When and why: docs/runbooks/${command.runbook}.md`,
  },
  async run(given, terminal) {
    const stop = new AbortController();
    const takeBack = onInterrupt(() => {
      stop.abort();
      terminal.note({
        sv: "Avbryter: det som hålls släpps, och inget mer påbörjas.",
        en: "Stopping: what is held is let go, and nothing more is begun.",
      });
    });
    const system = systemOnAws({
      isStopped: () => stop.signal.aborted,
      onLook: (queue) => terminal.progress({ sv: `Läser ${queue} …`, en: `Looking at ${queue} …` }),
      onRefused(queue, why) {
        const { sv, en } = whatWentWrong(why);
        terminal.note({ sv: `${queue}: ${sv}`, en: `${queue}: ${en}` });
      },
    });
    try {
      const { text, json, allWell } = await command.run(given, { system, terminal });
      if (given.has(flags.json)) terminal.line(JSON.stringify(json));
      else terminal.out(text);
      if (stop.signal.aborted) return interrupted;
      return allWell ? status.allWell : status.notWell;
    } catch (error) {
      if (error instanceof Interrupted) return interrupted;
      throw refusalBy(error);
    } finally {
      takeBack();
    }
  },
});

function refusalBy(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (!(error instanceof CannotRun)) return new Refusal(whatWentWrong(error));
  if (error.cause === undefined) return new Refusal(error.text);
  const why = whatWentWrong(error.cause);
  return new Refusal({ sv: `${error.text.sv}: ${why.sv}`, en: `${error.text.en}: ${why.en}` });
}

/** `hemvist ops <command>`: 0 all well, 2 done and not all is well, 1 could not run. */
export const ops: Group = {
  name: "ops",
  summary: {
    sv: "Drift av det körande systemet: det som lagts undan, gått förlorat eller ifrågasätts.",
    en: "Operates the running system: what was set aside, lost or doubted.",
  },
  commands: commands.map(lineOf),
  after: {
    sv: "Anropar AWS med dina egna uppgifter och din region; AWS_ENDPOINT_URL leder till en lokal körning i stället. Slutstatus: 0 allt är bra, 2 gjort men allt är inte bra, 1 kunde inte köras.",
    en: "Calls AWS with your own credentials and region; AWS_ENDPOINT_URL leads to a local run instead. Exit status: 0 all well, 2 done and not all is well, 1 could not run.",
  },
};
