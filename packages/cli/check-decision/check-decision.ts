import { civilDateAt } from "@hemvist/rules";
import { flags } from "../flags.ts";
import type { CommandLine } from "../voice/command-line.ts";
import { standardInput, textOf } from "../voice/files.ts";
import { Refusal } from "../voice/refusal.ts";
import { outcomeOf } from "./outcome-of.ts";

const assignedAll = 0;
const notAll = 2;

/**
 * The outcome of each decision, as POST /v1/decision-checks gives it, one JSON text a line. It stores nothing, sends
 * nothing, and asks no server.
 */
export const checkDecision: CommandLine = {
  name: "check-decision",
  summary: {
    sv: "Bedömer beslut efter styrmodellen. Inget lagras och inget skickas.",
    en: "Judges decisions by the model. Nothing is stored, nothing is sent.",
  },
  usage: "[--received YYYY-MM-DD] FILE…",
  takes: {
    syntax: "<file...>",
    says: {
      sv: "JSON-filer med ett beslut var; - läser standard in",
      en: "JSON files with one decision each; - reads standard input",
    },
    asksFor: { sv: "Ange minst en fil.", en: "Name at least one file." },
  },
  flags: [flags.received],
  after: {
    sv: "Slutstatus: 0 alla tilldelades, 2 något tilldelades inte, 1 kunde inte köras.",
    en: "Exit status: 0 all were assigned, 2 some were not, 1 could not run.",
  },
  async run(given, terminal) {
    if (given.args.filter((path) => path === standardInput).length > 1)
      throw new Refusal({
        sv: "Standard in kan bara läsas en gång.",
        en: "Standard input can be read only once.",
      });
    const receivedOn = given.value(flags.received) ?? civilDateAt(new Date().toISOString());
    const texts = await Promise.all(given.args.map(textOf));
    const outcomes = texts.map((text) => outcomeOf(text, receivedOn));
    for (const outcome of outcomes) terminal.line(JSON.stringify(outcome));
    return outcomes.every(({ outcome }) => outcome === "assigned") ? assignedAll : notAll;
  },
};
