import type { ReportFile } from "./issue.ts";

/** The text on every file that does not come from the city's own decisions. */
const notice = {
  sv: "PÅHITTAT: räknat på exempel, inte på stadens beslut. Detta är ingen utfärdad rapport.",
  en: "MADE UP: counted from samples, not from the city's decisions. This is no issued report.",
};

const inBoth = `${notice.sv} / ${notice.en}`;

/** The folder of such reports, and how the name of each file begins. */
export const madeUp = "MADE-UP";

/** A report's file that says, in its name and first of all in its content, that it is made up. */
export function asMadeUp(file: ReportFile): ReportFile {
  return { ...file, name: `${madeUp}-${file.name}`, body: marked(file) };
}

function marked({ mediaType, body }: ReportFile): string {
  switch (mediaType) {
    case "application/json": {
      const figures: unknown = JSON.parse(body);
      return `${JSON.stringify({ madeUp: notice, figures }, null, 2)}\n`;
    }
    case "text/csv; charset=utf-8":
      return `"${inBoth}"\r\n${body}`;
    case "text/markdown; charset=utf-8":
      return `> **${notice.sv}**\n>\n> **${notice.en}**\n\n${body}`;
    case "image/svg+xml":
      return body.replace("</svg>", `${banner}\n</svg>`);
    default:
      throw new Error(`Nothing says how ${mediaType} is marked as made up`);
  }
}

const banner = [
  '<rect x="0" y="78" width="960" height="44" fill="#b00020"/>',
  `<text x="28" y="96" font-size="14" font-weight="bold" fill="#ffffff">${notice.sv}</text>`,
  `<text x="28" y="114" font-size="14" font-weight="bold" fill="#ffffff">${notice.en}</text>`,
].join("\n");
