import type { Bilingual } from "@hemvist/rules";
import type { CommanderError } from "commander";
import type { CommandLine, Group } from "./command-line.ts";
import { Refusal } from "./refusal.ts";

/** One sentence about what the parser did not understand, with what to type instead. */
export function refusalBy({ code, message }: CommanderError, line: CommandLine | Group): Refusal {
  return new Refusal(sentences[code]?.(message, line) ?? { sv: message, en: message });
}

type Sentence = (message: string, line: CommandLine | Group) => Bilingual;

/** By commander's codes. Its message says which argument it was. */
const sentences: Readonly<Record<string, Sentence>> = {
  "commander.unknownOption": (message, line) => {
    const [, flag = ""] = /'([^']*)'/.exec(message) ?? [];
    const hint = /mean (--\S+)\?/.exec(message)?.[1];
    return hint === undefined
      ? {
          sv: `${line.name} har ingen flagga ${flag}: se --help.`,
          en: `${line.name} has no option ${flag}: see --help.`,
        }
      : {
          sv: `${line.name} har ingen flagga ${flag}: menar du ${hint}?`,
          en: `${line.name} has no option ${flag}: do you mean ${hint}?`,
        };
  },
  "commander.optionMissingArgument": (message) => {
    const [, flag = "", value = ""] = /'(?:-\w, )?(--\S+) <(\S+)>'/.exec(message) ?? [];
    return {
      sv: `${flag} kräver ett värde: ${flag} ${value.toUpperCase()}.`,
      en: `${flag} needs a value: ${flag} ${value.toUpperCase()}.`,
    };
  },
  "commander.missingArgument": (message, line) =>
    "takes" in line ? line.takes.asksFor : { sv: message, en: message },
  "commander.excessArguments": (message, line) => {
    const [, received = ""] = /but got \d+: (.*)\.$/.exec(message) ?? [];
    const extra = received.split(", ")["takes" in line ? 1 : 0] ?? received;
    return {
      sv: `${line.name} tar inte argumentet ${extra}: se --help.`,
      en: `${line.name} does not take the argument ${extra}: see --help.`,
    };
  },
  "commander.unknownCommand": (message, line) => {
    const [, name = ""] = /'([^']*)'/.exec(message) ?? [];
    return {
      sv: `Det finns inget kommando ${name}: ${commandsOf(line)}.`,
      en: `There is no command ${name}: ${commandsOf(line)}.`,
    };
  },
  "commander.help": (_message, line) => ({
    sv: `Ange ett kommando efter ${line.name}: ${commandsOf(line)}.`,
    en: `Give a command after ${line.name}: ${commandsOf(line)}.`,
  }),
};

const commandsOf = (line: CommandLine | Group): string =>
  "commands" in line ? line.commands.map(({ name }) => name).join(", ") : "";
