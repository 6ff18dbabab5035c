import type { Bilingual } from "@hemvist/rules";
import { inWords, type Voice } from "./in-words.ts";
import { Refusal } from "./refusal.ts";
import { wrapped } from "./wrapped.ts";

/** Where a command prints. */
export interface Terminal extends Voice {
  /** What was asked for, for a person: on standard output, broken to fit. */
  readonly out: (text: string) => void;
  /** What was asked for, for a machine: one line on standard output, never broken. */
  readonly line: (text: string) => void;
  /** What a person must know beside it: on standard error. */
  readonly note: (text: Bilingual) => void;
  /** How far it has come: only where a person looks on. Each replaces the one before, and nothing is left of them. */
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
  const progress = (text: string): void => {
    if (stderr.isTTY) stderr.write(`${clearLine}${text.slice(0, Math.max(0, stderr.columns - 1))}`);
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
 * Runs a command for its exit status. One that cannot run says so in one sentence, and gives 1. An error's own text may
 * quote what was being read, so of one that was not foreseen only the name is printed.
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
 * Ends the process with one sentence where its output cannot be written: its reader has gone (`| head -1`), or the disk
 * is full.
 */
export function endWhereOutputEnds({ stdout, stderr }: Streams, terminal: Terminal): void {
  // Where standard error cannot be written either, there is no place left to say so.
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
