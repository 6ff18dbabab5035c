import { engineNames } from "./behaviour.ts";
import type { Conformance } from "./conform.ts";
import { foundMark, titles } from "./marks.ts";

const width = 84;
const columns = engineNames.map((engine) => Math.max(titles[engine].length, 9));

const inColumns = (texts: readonly string[]): string =>
  texts
    .map((text, index) => text.padEnd(columns[index] ?? 0))
    .join("  ")
    .trimEnd();

export const heading = (): string =>
  `${"".padEnd(width + 2)}${inColumns(engineNames.map((engine) => titles[engine]))}`;

/** A behaviour and its marks; the sentence goes on below them. */
export function printedRow(conformance: Conformance): string {
  const [first = "", ...rest] = wrapped(conformance.row.says);
  const marks = inColumns(engineNames.map((engine) => foundMark(conformance, engine)));
  return [`  ${first.padEnd(width)}${marks}`, ...rest.map((line) => `    ${line}`)].join("\n");
}

function wrapped(sentence: string): readonly string[] {
  const lines: string[] = [];
  for (const word of sentence.replaceAll("`", "").split(" ")) {
    const line = lines.at(-1);
    if (line === undefined || line.length + word.length + 4 > width) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines;
}
