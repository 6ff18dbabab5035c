import { describe, expect, it } from "vitest";
import type { ReportFile } from "./issue.ts";
import { asMadeUp } from "./made-up.ts";

const sv = "PÅHITTAT: räknat på exempel, inte på stadens beslut. Detta är ingen utfärdad rapport.";
const en = "MADE UP: counted from samples, not from the city's decisions. This is no issued report.";

const file = (mediaType: string, body: string): ReportFile => ({
  name: "figures",
  mediaType,
  readers: "everyone",
  body,
});

describe("a file of made-up figures says so in Swedish and English", () => {
  it("in its name", () => {
    expect(asMadeUp(file("application/json", "[]"))).toMatchObject({
      name: "MADE-UP-figures",
      mediaType: "application/json",
      readers: "everyone",
    });
  });

  it.each([
    ["text/csv; charset=utf-8", "a,b\r\n1,2\r\n", `"${sv} / ${en}"\r\na,b\r\n1,2\r\n`],
    ["text/markdown; charset=utf-8", "# Title\n", `> **${sv}**\n>\n> **${en}**\n\n# Title\n`],
    [
      "application/json",
      '[{"count":7}]',
      `{\n  "madeUp": {\n    "sv": "${sv}",\n    "en": "${en}"\n  },\n  "figures": [\n    {\n      "count": 7\n    }\n  ]\n}\n`,
    ],
  ])("before all else in %s", (mediaType, body, marked) => {
    expect(asMadeUp(file(mediaType, body)).body).toBe(marked);
  });

  it("in white on a red bar over a picture, above its panels and below its title", () => {
    const { body } = asMadeUp(file("image/svg+xml", '<svg viewBox="0 0 960 500">\n<g/>\n</svg>\n'));

    expect(body.split("\n")).toEqual([
      '<svg viewBox="0 0 960 500">',
      "<g/>",
      '<rect x="0" y="78" width="960" height="44" fill="#b00020"/>',
      `<text x="28" y="96" font-size="14" font-weight="bold" fill="#ffffff">${sv}</text>`,
      `<text x="28" y="114" font-size="14" font-weight="bold" fill="#ffffff">${en}</text>`,
      "</svg>",
      "",
    ]);
  });

  it("or is not made: a kind of file that cannot say so is refused", () => {
    expect(() => asMadeUp(file("application/pdf", "%PDF"))).toThrow(
      "Nothing says how application/pdf is marked as made up",
    );
  });
});
