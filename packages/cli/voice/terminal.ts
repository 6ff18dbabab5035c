import type { Bilingual } from "@hemvist/rules";
import { inWords, type Voice } from "./in-words.ts";
import { Refusal } from "./refusal.ts";
import { wrapped } from "./wrapped.ts";

/** Where a command prints. */
export interface Terminal extends Voice {
  /** Prints the answer for a person: on standard output, broken to fit. */
  readonly out: (text: string) => void;
  /** Prints the answer for a machine: one line on standard output, never broken. */
  readonly line: (text: string) => void;
  /** Prints what a person must know beside the answer: on standard error. */
  readonly note: (text: Bilingual) => void;
  /** Shows how far the command has come, only on a terminal. Each text replaces the one before, and the last goes too. */
  readonly progress: (text: Bilingual | undefined) => void;
}

interface Streams {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

const clearLine = "\r\u001B[2K";

/** The terminal, files or pipes that this process was given. */
export function terminalOn({ stdout, stderr }: Streams, voice: Pick<Voice, "language"> = {}): Terminal {
  const columns = stdout.isTTY ? stdout.columns : undefined;
  let isShown = false;
  const progress = (text: string): void => {
    if (stderr.isTTY && (isShown || text !== ""))
      stderr.write(`${clearLine}${text.slice(0, Math.max(0, stderr.columns - 1))}`);
    isShown = text !== "";
  };
  return {
    ...voice,
    columns,
    out(text) {
      progress("");
      stdout.write(`${wrapped(text, columns)}\n`);
    },
    line(text) {
      progress("");
      stdout.write(`${text}\n`);
    },
    note(text) {
      progress("");
      stderr.write(`${wrapped(inWords(text, voice), stderr.isTTY ? stderr.columns : undefined)}\n`);
    },
    progress: (text) => progress(text === undefined ? "" : inWords(text, voice)),
  };
}

const couldNotRun = 1;

/**
 * Runs a command and returns its exit status. A command that cannot run prints one sentence, and its status is 1. Of an
 * error that we did not foresee only the name is printed: its text may quote a message.
 */
export async function runOn(terminal: Terminal, run: () => Promise<number>): Promise<number> {
  try {
    const status = await run();
    terminal.progress(undefined);
    return status;
  } catch (error) {
    terminal.note(error instanceof Refusal ? error.text : unforeseen(error));
    return couldNotRun;
  }
}

function unforeseen(error: unknown): Bilingual {
  const name = error instanceof Error ? error.name : typeof error;
  return {
    sv: `Det här är ett fel i hemvist (${name}). Anmäl det med kommandot som du skrev.`,
    en: `This is a fault in hemvist (${name}). Report it with the command that you typed.`,
  };
}

/**
 * Ends the process with one sentence if it cannot write its output: the reader has stopped (`| head -1`), or the disk is
 * full.
 */
export function endWhereOutputEnds({ stdout, stderr }: Streams, terminal: Terminal): void {
  // If standard error cannot be written either, there is no place left to say so.
  stderr.on("error", () => {});
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    terminal.note(
      error.code === "EPIPE"
        ? {
            sv: "Mottagaren slutade läsa, så allt skrevs inte ut.",
            en: "The reader of the output stopped reading, so not all of it was printed.",
          }
        : {
            sv: `Det gick inte att skriva ut allt (${error.code}).`,
            en: `Not all of the output could be written (${error.code}).`,
          },
    );
    process.exit(couldNotRun);
  });
}
