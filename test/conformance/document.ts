import { readFileSync, writeFileSync } from "node:fs";
import { runTool, takesNothing } from "../support/tool.ts";
import { pages } from "./aws-pages.ts";
import { engineNames } from "./behaviour.ts";
import { legend, markOf, rowCount, tally, titles } from "./marks.ts";
import { type Row, type Section, sections } from "./sections.ts";

/** The document with its tables, between two marks, drawn anew. */
export function drawn(document: string): string {
  const marks = /(<!-- drawn: behaviours -->\n)[\s\S]*?(<!-- end -->)/;
  if (!marks.test(document)) throw new Error("The document has no place for the behaviours");
  return document.replace(
    marks,
    (_all, begins: string, ends: string) => `${begins}\n${behaviours()}\n\n${ends}`,
  );
}

function behaviours(): string {
  const numbers = new Map(sections.flatMap(({ rows }) => rows).map((row, index) => [row, index + 1]));
  const numberOf = (row: Row): number => numbers.get(row) ?? 0;
  const marks = tally((engine) =>
    sections.flatMap(({ rows }) => rows.map((row) => markOf[row.shows[engine].mark])),
  );
  return [
    `${legend.map((line) => line.replace(" ", " ")).join(" · ")}.`,
    `${rowCount} behaviours. ${marks.join("; ")}.`,
    ...sections.map((section) => tableOf(section, numberOf)),
  ].join("\n\n");
}

function tableOf({ title, rows }: Section, numberOf: (row: Row) => number): string {
  const engines = engineNames.map((engine) => titles[engine]).join(" | ");
  const lines = rows.map((row) => {
    const cells = engineNames.map((engine) => markOf[row.shows[engine].mark]).join(" | ");
    return `| ${numberOf(row)} | ${row.says}${sourceOf(row)} | ${row.is} | ${cells} | ${filesOf(row)} |`;
  });
  const notes = rows.flatMap((row) =>
    engineNames.flatMap((engine) => noteOf(row, engine).map((note) => `- ${numberOf(row)}, ${note}`)),
  );
  return [
    `## ${title}`,
    [
      `| | behaviour | | ${engines} | by |`,
      `| --- | --- | --- | ${engineNames.map(() => "---").join(" | ")} | --- |`,
      ...lines,
    ].join("\n"),
    ...(notes.length > 0 ? [notes.join("\n")] : []),
  ].join("\n\n");
}

const sourceOf = ({ page }: Row): string => (page === undefined ? "" : ` [${page}](${pages[page]})`);

const filesOf = ({ by }: Row): string => by.map((file) => `[${nameOf(file)}](${fromDocs(file)})`).join(", ");

const nameOf = (file: string): string => file.slice(file.lastIndexOf("/") + 1).replace(/\.(ts|md)$/, "");
const fromDocs = (file: string): string =>
  file.startsWith("docs/") ? file.slice("docs/".length) : `../${file}`;

function noteOf({ shows }: Row, engine: (typeof engineNames)[number]): readonly string[] {
  const cell = shows[engine];
  if (cell.mark === "not shown") return [`${titles[engine]}: ${cell.finds}. ${cell.why}`];
  if (cell.mark === "not asked") return [`${titles[engine]}, not asked: ${cell.why}`];
  return [];
}

// `npm run generate` writes it; the test only compares.
if (import.meta.main)
  await runTool(async () => {
    takesNothing(
      process.argv.slice(2),
      "node test/conformance/document.ts: draws docs/platform-behaviours.md.",
    );
    const document = new URL("../../docs/platform-behaviours.md", import.meta.url);
    writeFileSync(document, drawn(readFileSync(document, "utf8")));
    return 0;
  });
