import { readdirSync, readFileSync } from "node:fs";

const runbooks = new URL("../../docs/runbooks/", import.meta.url);

/** A line that an operator copies from a runbook. */
interface Line {
  readonly runbook: string;
  readonly text: string;
}

/** Every line of every `sh` block, with what it goes on with on the next lines. */
export const lines: readonly Line[] = readdirSync(runbooks).flatMap((file) =>
  [...readFileSync(new URL(file, runbooks), "utf8").matchAll(/^( *)```sh\n([\s\S]*?)^\1```/gm)].flatMap(
    ([, , block = ""]) =>
      block
        .replaceAll(/\\\n\s*/g, " ")
        .split("\n")
        .map((text) => ({ runbook: file.replace(".md", ""), text: text.trim() }))
        .filter(({ text }) => text !== ""),
  ),
);

/** The arguments of each call of a command in a line, as a shell would give them, up to a pipe or the end. */
export const callsOf = (command: string): readonly (Line & { readonly args: readonly string[] })[] =>
  lines.flatMap((line) =>
    line.text
      .split(command)
      .slice(1)
      .map((rest) => ({ ...line, args: wordsOf(rest) })),
  );

const ends: ReadonlySet<string> = new Set(["|", ";", "<<<", "<", ">", "&&", "-)"]);

function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  for (const [, double, single, plain] of text.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'|([^\s"')]+)/g)) {
    if (plain !== undefined && ends.has(plain)) break;
    words.push(double ?? single ?? plain ?? "");
  }
  return words;
}
