import { execFile } from "node:child_process";
import { join } from "node:path";
import { spreadOf } from "./statistics.ts";

/** The figures of each contender, in the order in which they were measured. */
export type Figures = ReadonlyMap<string, readonly number[]>;

/** A line of a process that measures: a contender and its figure. */
export const figureLine = (contender: string, figure: number): string => `${contender} ${figure}\n`;

/**
 * Runs a file that measures in a process of its own: its heap and what it has compiled are no other's. It prints a line
 * for each figure.
 * @returns one figure of each contender: the median of the process
 * @throws Error where it fails, with the error that it ended with
 */
export function measuredBy(file: string, args: readonly string[] = [], env = process.env): Promise<Figures> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      process.execPath,
      ["--disable-warning=ExperimentalWarning", join(import.meta.dirname, file), ...args],
      { env, maxBuffer: 1 << 26, cwd: join(import.meta.dirname, "..") },
      (failed, out, error) => {
        if (failed !== null) reject(new Error(`${file} ${args[0] ?? ""} failed: ${endedWith(error)}`));
        else resolve(mediansOf(figuresIn(out)));
      },
    );
    child.stdin?.end();
  });
}

/** The line of the error, without its stack. */
const endedWith = (text: string): string => /^\w*Error: .*$/m.exec(text)?.[0] ?? text.slice(-200);

export function figuresIn(text: string): Figures {
  const figures = new Map<string, number[]>();
  for (const line of text.split("\n")) {
    const [, contender = "", figure = ""] = /^(\S+) (\d\S*)$/.exec(line) ?? [];
    if (contender !== "") figures.set(contender, [...(figures.get(contender) ?? []), Number(figure)]);
  }
  return figures;
}

/** One figure of each contender, so that a process with many rounds counts no more than one with few. */
export const mediansOf = (figures: Figures): Figures =>
  new Map([...figures].map(([name, its]) => [name, [spreadOf(its).median]]));

interface Repeated {
  readonly file: string;
  readonly processes: number;
  readonly env?: NodeJS.ProcessEnv;
  readonly onBegun: (round: number) => void;
}

/** The same file in so many processes, one after the other. In each of them all contenders take part. */
export async function measuredByMany({ file, processes, env, onBegun }: Repeated): Promise<Figures> {
  const runs: Figures[] = [];
  for (let round = 1; round <= processes; round += 1) {
    onBegun(round);
    runs.push(await measuredBy(file, [], env));
  }
  return together(runs);
}

/** All figures of several runs, each run's after those of the run before it. */
export const together = (runs: readonly Figures[]): Figures =>
  new Map(
    [...new Set(runs.flatMap((run) => [...run.keys()]))].map((name) => [
      name,
      runs.flatMap((run) => run.get(name) ?? []),
    ]),
  );

/** @throws Error where nothing was measured under that name */
export function figuresOf(figures: Figures, contender: string): readonly number[] {
  const its = figures.get(contender);
  if (its === undefined) throw new Error(`${contender} was not measured`);
  return its;
}
