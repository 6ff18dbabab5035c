import { Argument, Command, CommanderError, Option } from "commander";
import type { CommandLine, Flag, Given, Group, Switch } from "./command-line.ts";
import { inWords, type Language, type Voice } from "./in-words.ts";
import { refusalBy } from "./misunderstood.ts";
import { Refusal } from "./refusal.ts";
import type { Terminal } from "./terminal.ts";

/** Every command has these. */
interface Common {
  readonly help: Switch;
  readonly language: Flag<unknown>;
}

/**
 * Runs the command that was typed, and returns its exit status. `--help` gives 0.
 * @throws Refusal if the arguments are not understood
 */
export async function runTyped(
  root: Group | CommandLine,
  args: readonly string[],
  { terminal, common }: { readonly terminal: Terminal; readonly common: Common },
): Promise<number> {
  let status = 0;
  const program = commandOf(root, { terminal, common, ended: (given) => (status = given) });
  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    throw error;
  }
  return status;
}

interface Making {
  readonly terminal: Terminal;
  readonly common: Common;
  readonly ended: (status: number) => void;
}

function commandOf(line: Group | CommandLine, making: Making): Command {
  const { terminal, common } = making;
  const command: Command = new Command(line.name)
    .description(inWords(line.summary, terminal))
    .helpOption(common.help.syntax, inWords(common.help.says, terminal))
    .helpCommand(false)
    .configureHelp({ styleTitle: (title) => titleIn(title, terminal) })
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: () => {},
      getOutHelpWidth: () => terminal.columns ?? widthInFiles,
    })
    .exitOverride((error) => {
      throw error.exitCode === 0 ? error : refusalBy(error, line);
    });
  if ("commands" in line) {
    command
      .usage(`<${line.commands.map(({ name }) => name).join(" | ")}>`)
      .addOption(optionOf(common.language, terminal));
    for (const one of line.commands) command.addCommand(commandOf(one, making));
  } else {
    command.usage(line.usage);
    if (line.takes) command.addArgument(new Argument(line.takes.syntax, inWords(line.takes.says, terminal)));
    for (const flag of [...line.flags, common.language]) command.addOption(optionOf(flag, terminal));
    command.action(async () => making.ended(await line.run(givenTo(command), terminal)));
  }
  return line.after ? command.addHelpText("after", `\n${inWords(line.after, terminal)}`) : command;
}

const widthInFiles = 100;

function optionOf(flag: Flag<unknown> | Switch, voice: Voice): Option {
  const option = new Option(flag.syntax, inWords(flag.says, voice));
  if (!("read" in flag)) return option;
  if (flag.standard !== undefined) option.default(flag.standard);
  return option.argParser((text: string, before: string | undefined) => {
    if (before !== undefined && before !== flag.standard) throw twice(option);
    flag.read(text);
    return text;
  });
}

const twice = ({ long }: Option): Refusal =>
  new Refusal({ sv: `${long} står två gånger.`, en: `${long} is given twice.` });

const givenTo = (command: Command): Given => ({
  args: command.args,
  value(flag) {
    const text = typed(command, flag);
    return typeof text === "string" ? flag.read(text) : undefined;
  },
  has: (flag) => typed(command, flag) === true,
});

const typed = (command: Command, { syntax }: Switch): unknown =>
  command.getOptionValue(new Option(syntax).attributeName());

const titles: Readonly<Record<string, string>> = {
  "Usage:": "Användning:",
  "Arguments:": "Argument:",
  "Options:": "Flaggor:",
  "Commands:": "Kommandon:",
};

const titleIn = (title: string, { language }: Voice): string =>
  language === "sv" ? (titles[title] ?? title) : title;

/** The language of `--lang`, needed before the arguments are parsed, to refuse them in it. */
export function languageIn(args: readonly string[]): Language | undefined {
  const at = args.findIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  const text = args[at]?.split("=")[1] ?? args[at + 1];
  return at >= 0 && (text === "sv" || text === "en") ? text : undefined;
}
