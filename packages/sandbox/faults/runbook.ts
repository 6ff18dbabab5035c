import { readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../../../docs/runbooks");

export const runbookPath = (name: string): string => `docs/runbooks/${name}.md`;

/** A command that a runbook does not have. */
export class NoSuchCommand extends Error {
  override readonly name = "NoSuchCommand";
}

/** The commands of a runbook, in order: what stands in its `sh` blocks, with lines that go on put together. */
export function commandsOf(name: string): readonly string[] {
  const text = readFileSync(join(folder, `${name}.md`), "utf8");
  return [...text.matchAll(/^( *)```sh\n([\s\S]*?)^\1```/gm)].flatMap(([, , block = ""]) =>
    wholeCommands(block),
  );
}

/** A command goes on where its line ends in `\`, where a quote or a pipe is open, or within `for … done`. */
export function wholeCommands(block: string): readonly string[] {
  const commands: string[] = [];
  let open = "";
  for (const line of block.split("\n")) {
    open = open === "" ? line.trim() : `${open}\n${line}`;
    if (open === "" || goesOn(open)) continue;
    commands.push(open);
    open = "";
  }
  return open === "" ? commands : [...commands, open];
}

const goesOn = (command: string): boolean =>
  /\\\s*$/.test(command) ||
  /\|\s*$/.test(command) ||
  (/^for\b/.test(command) && !/\bdone\b/.test(command)) ||
  (command.match(/(?<!\\)'/g)?.length ?? 0) % 2 === 1 ||
  (command.match(/(?<!\\)"/g)?.length ?? 0) % 2 === 1;

/** What the runbook shows as an example, and what is typed in its place. */
export type Put = readonly [shown: string | RegExp, typed: string];

/**
 * The command that begins so, with other values in place of the examples that it shows.
 * @throws NoSuchCommand where the runbook has no such command, or does not show what is to be replaced
 */
export function commandThat(runbook: string, begins: string, put: readonly Put[] = []): string {
  const commands = commandsOf(runbook);
  // A command that is exactly so, before one that goes on.
  const found =
    commands.find((command) => command === begins) ?? commands.find((one) => one.startsWith(begins));
  if (found === undefined)
    throw new NoSuchCommand(`${runbookPath(runbook)} has no command that begins: ${begins}`);
  return put.reduce((command, [shown, typed]) => {
    const changed = command.replace(shown, () => typed);
    if (changed === command && !command.includes(typed))
      throw new NoSuchCommand(`${runbookPath(runbook)} does not show ${String(shown)} in: ${command}`);
    return changed;
  }, found);
}
