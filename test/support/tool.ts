import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { endWhereOutputEnds, terminalOn } from "../../packages/cli/voice/terminal.ts";

/** What a tool was asked for is not understood. The message is one sentence for the person who asked. */
export class NotUnderstood extends Error {
  override readonly name = "NotUnderstood";
}

/**
 * The options that a tool was given; it takes nothing but options.
 * @throws NotUnderstood for an option or an argument that it does not have
 */
export function optionsIn<const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: false }).values;
  } catch (error) {
    // Node says what is not understood in the first sentence, and how to write it otherwise in the next.
    if (error instanceof TypeError) throw new NotUnderstood(`${error.message.split(/\.\s/)[0]}.`);
    throw error;
  }
}

/** @throws NotUnderstood where the text is no whole number, or one below `least` */
export function wholeNumber(option: string, text: string, least = 1): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(number) || number < least)
    throw new NotUnderstood(`--${option} takes a whole number from ${least}, not "${text}".`);
  return number;
}

/** @throws NotUnderstood where the text is no number from 0 to 1 */
export function share(option: string, text: string): number {
  const number = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || number > 1)
    throw new NotUnderstood(`--${option} takes a number from 0 to 1, not "${text}".`);
  return number;
}

/** A tool was asked for help. */
class HelpAsked extends Error {}

/**
 * For a tool without options.
 * @throws NotUnderstood where it was given any, but for `--help`, which `runTool` answers with the usage
 */
export function takesNothing(args: readonly string[], usage: string): void {
  const { help } = optionsIn(args, { help: { type: "boolean" } });
  if (help) throw new HelpAsked(usage);
}

/** Prints a line of what the tool was asked for. */
export const say = (line: string): void => void process.stdout.write(`${line}\n`);

const minute = 60_000;
let shownAt = performance.now();

/**
 * Shows how far a tool has come. At a terminal each text takes the place of the one before. A file gets a line of it once
 * a minute.
 */
export function progress(text: string): void {
  if (process.stderr.isTTY) {
    process.stderr.write(`\r\u001B[2K${text}`);
    return;
  }
  const now = performance.now();
  if (text === "" || now - shownAt < minute) return;
  shownAt = now;
  process.stderr.write(`${text}\n`);
}

/**
 * Runs a tool for its exit status: 1, and the one sentence, where it was not understood, or where the reader of its
 * output has gone.
 */
export async function runTool(run: () => Promise<number>): Promise<void> {
  endWhereOutputEnds(process, terminalOn(process, { language: "en" }));
  try {
    process.exitCode = await run();
    progress("");
  } catch (error) {
    if (error instanceof HelpAsked) {
      process.stdout.write(`${error.message}\n`);
      process.exitCode = 0;
      return;
    }
    if (!(error instanceof NotUnderstood)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
