import { CannotRun } from "@hemvist/operations/cannot-run";
import { flags } from "../flags.ts";
import type { CommandLine, Group } from "../voice/command-line.ts";
import { interrupted, onInterrupt } from "../voice/interruption.ts";
import { Refusal } from "../voice/refusal.ts";
import { approveCommand } from "./approve-command.ts";
import { personCommand } from "./audit/person-command.ts";
import { showCommand } from "./audit/show-command.ts";
import { verifyCommand } from "./audit/verify-command.ts";
import type { Command } from "./command.ts";
import { deadLettersCommand } from "./dead-letters-command.ts";
import { discardCommand } from "./discard-command.ts";
import { doctorCommand } from "./doctor-command.ts";
import { explainCommand } from "./explain-command.ts";
import { journalCommand } from "./journal-command.ts";
import { NotAnswered, operateOnAws } from "./operate.ts";
import { placesCommand } from "./places-command.ts";
import { queuesCommand } from "./queues-command.ts";
import { reconcileCommand } from "./reconcile-command.ts";
import { redriveCommand } from "./redrive-command.ts";
import { replayCommand } from "./replay-command.ts";
import { resealCommand } from "./reseal-command.ts";
import { Stopped } from "./stopped.ts";
import { viewCommand } from "./view-command.ts";
import { inAnswer, whatWentWrong } from "./what-went-wrong.ts";

const status = { allWell: 0, notWell: 2 };

const commands: readonly Command[] = [
  queuesCommand,
  deadLettersCommand,
  explainCommand,
  redriveCommand,
  discardCommand,
  replayCommand,
  reconcileCommand,
  viewCommand,
  placesCommand,
  resealCommand,
  approveCommand,
  doctorCommand,
  journalCommand,
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
        sv: "Avbryter: hemvist gör klart det som pågår, och kommandot påbörjar inget mer.",
        en: "Stopping: hemvist finishes what it is doing, and the command begins nothing more.",
      });
    });
    try {
      const operate = operateOnAws(() => stop.signal.aborted);
      const { text, json, allWell } = await command.run(given, { operate, terminal });
      if (given.has(flags.json)) terminal.line(JSON.stringify(json));
      else terminal.out(text);
      if (stop.signal.aborted) return interrupted;
      return allWell ? status.allWell : status.notWell;
    } catch (error) {
      if (error instanceof Stopped) return interrupted;
      throw refusalBy(error);
    } finally {
      takeBack();
    }
  },
});

const audit: Group = {
  name: "audit",
  summary: {
    sv: "Åtkomstloggen: vem som har tagit del av vems uppgifter, när och varför.",
    en: "The access log: who looked at whose data, when and why.",
  },
  commands: [verifyCommand, showCommand, personCommand].map(lineOf),
};

function refusalBy(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof CannotRun) return new Refusal(error.text);
  if (!(error instanceof NotAnswered)) return new Refusal(whatWentWrong(error));
  const { text, why } = error.failure;
  const because = why === undefined ? undefined : inAnswer(why);
  if (text === undefined) return new Refusal(because ?? whatWentWrong(error));
  if (because === undefined) return new Refusal(text);
  return new Refusal({ sv: `${text.sv}: ${because.sv}`, en: `${text.en}: ${because.en}` });
}

/** `hemvist ops <command>`: 0 all well, 2 done and not all is well, 1 could not run. */
export const ops: Group = {
  name: "ops",
  summary: {
    sv: "Drift av det körande systemet: det som lagts undan, gått förlorat eller ifrågasätts.",
    en: "Operates the running system: what was set aside, lost or doubted.",
  },
  commands: [...commands.map(lineOf), audit],
  after: {
    sv: "Anropar hemvists funktion för drift med dina egna AWS-uppgifter och din region; AWS_ENDPOINT_URL leder till en lokal körning i stället. Slutstatus: 0 allt är bra, 2 gjort men allt är inte bra, 1 kunde inte köras.",
    en: "Calls hemvist's function for operations with your own AWS credentials and region; AWS_ENDPOINT_URL leads to a local run instead. Exit status: 0 all well, 2 done and not all is well, 1 could not run.",
  },
};
