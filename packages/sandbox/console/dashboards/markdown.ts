import type { Block, Inline } from "../shown.ts";

/** What a dashboard's text says, as parts. Nothing of it becomes markup on the way. */
export function blocksIn(markdown: string): readonly Block[] {
  return markdown
    .split(/\n{2,}/)
    .flatMap(linesApart)
    .filter((part) => part.trim() !== "")
    .map(blockOf);
}

/** A heading is a block of its own, also right above a paragraph. */
const linesApart = (part: string): readonly string[] =>
  part.split(/\n(?=#)|(?<=^#[^\n]*)\n/).map((piece) => piece.trim());

function blockOf(part: string): Block {
  const heading = /^(#{1,6})\s+(.*)$/.exec(part);
  if (heading !== null)
    return { kind: "heading", level: heading[1]?.length ?? 1, inlines: inlinesIn(heading[2] ?? "") };
  const lines = part.split("\n");
  if (lines.every((line) => /^\s*[-*]\s/.test(line)))
    return { kind: "list", items: lines.map((line) => inlinesIn(line.replace(/^\s*[-*]\s+/, ""))) };
  if (lines.length >= 2 && lines.every((line) => line.startsWith("|")))
    return { kind: "table", rows: lines.filter((line) => !/^[|\s:-]+$/.test(line)).map(cellsIn) };
  return { kind: "paragraph", inlines: inlinesIn(lines.join(" ")) };
}

const cellsIn = (line: string): readonly (readonly Inline[])[] =>
  line
    .replace(/^\||\|$/g, "")
    .split("|")
    .map((cell) => inlinesIn(cell.trim()));

const marked =
  /\[(?<label>[^\]]*)\]\((?<href>[^)\s]*)\)|\*\*(?<strong>[^*]+)\*\*|`(?<code>[^`]+)`|\*(?<em>[^*]+)\*/g;

function inlinesIn(text: string): readonly Inline[] {
  const inlines: Inline[] = [];
  let from = 0;
  for (const found of text.matchAll(marked)) {
    const { label, href, strong, code, em } = found.groups ?? {};
    if (found.index > from) inlines.push({ kind: "text", text: text.slice(from, found.index) });
    from = found.index + found[0].length;
    if (href !== undefined) inlines.push(linkTo(href, label ?? href));
    else if (strong !== undefined) inlines.push({ kind: "strong", text: strong });
    else if (code !== undefined) inlines.push({ kind: "code", text: code });
    else inlines.push({ kind: "em", text: em ?? "" });
  }
  if (from < text.length) inlines.push({ kind: "text", text: text.slice(from) });
  return inlines;
}

/** Only addresses of the web: another scheme could run something. */
const linkTo = (href: string, text: string): Inline =>
  /^https?:\/\//.test(href) ? { kind: "link", text, href } : { kind: "text", text };
