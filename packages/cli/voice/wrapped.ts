/**
 * Breaks lines at spaces to fit a width. The rest of a line begins below its text, not below its indent or its label. A
 * line with a command to copy stays whole.
 */
export function wrapped(text: string, columns: number | undefined): string {
  if (columns === undefined || columns < narrowest) return text;
  return text
    .split("\n")
    .map((line) => (line.length <= columns || isCommand.test(line) ? line : broken(line, columns)))
    .join("\n");
}

const narrowest = 20;
/** How much of the width a label may take from the text beside it. */
const mostBefore = 0.6;
const isCommand = /^ +(hemvist|npm|export|curl) /;

/** An indent, or a label with the space after it. */
const beginning = /^(( *)(?:\S+(?: \S+)* {2,})?)/;

function broken(line: string, columns: number): string {
  const [before = "", , indent = ""] = beginning.exec(line) ?? [];
  const hang = " ".repeat(before.length <= columns * mostBefore ? before.length : indent.length + 4);
  const lines: string[] = [];
  let current = before;
  let isEmpty = true;
  for (const word of line.slice(before.length).split(" ")) {
    if (!isEmpty && current.length + 1 + word.length > columns) {
      lines.push(current);
      current = hang;
      isEmpty = true;
    }
    current += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, current].join("\n");
}
