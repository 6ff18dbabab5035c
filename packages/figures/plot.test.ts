import { describe, expect, it } from "vitest";
import { goteborg } from "../../test/support/goteborg.ts";
import type { Equality } from "./equality.ts";
import { equalityPlot } from "./plot.ts";
import { quarterNamed } from "./report-period.ts";

const period = quarterNamed("2026Q4");
if (period === undefined) throw new Error("there is one");

const share = { part: 8, n: 40, share: 0.2, low: 0.1, high: 0.4 };
const days = { lower: 7, median: 14, upper: 21 };
const shareMeasure = {
  measure: "returned",
  verdict: "within-chance",
  administrations: [{ administration: "sf-centrum", share }, { administration: "sf-hisingen" }],
} as const;
const timeMeasure = {
  measure: "to-start",
  verdict: "beyond-chance",
  administrations: [{ administration: "sf-centrum", days }],
} as const;
const figures = {
  shares: [shareMeasure, shareMeasure, shareMeasure],
  times: [timeMeasure, timeMeasure, timeMeasure],
  returnedByRule: { name: "returned-by-rule", fewest: 5, cells: [] },
};

const linesOf = (equality: Equality = figures) =>
  equalityPlot(equality, { period, municipality: goteborg }).split("\n");
const textsOf = (lines: readonly string[]) => lines.map((line) => line.replaceAll(/<[^>]+>/g, ""));

describe("the picture of equality", () => {
  it("is as wide as it says, and high enough for three panels, with what it shows in words", () => {
    expect(linesOf().slice(0, 6)).toEqual([
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 828" width="960" height="828" role="img" aria-labelledby="title description" font-family="Arial, Helvetica, sans-serif" font-size="14">',
      '<title id="title">Likvärdighet 2026Q4 / Equality 2026Q4</title>',
      `<desc id="description">${[
        ...Array(3).fill(
          "Återlämnade beslut / Decisions returned: Centrum 20.0 %, Hisingen –. Skillnaden: kan bero på slumpen / The difference: within chance.",
        ),
        ...Array(3).fill(
          "Dagar till start / Days to start: Centrum 14.0. Skillnaden: större än slumpen förklarar / The difference: beyond chance.",
        ),
      ].join(" ")}</desc>`,
      '<rect width="960" height="828" fill="#ffffff"/>',
      '<text x="28" y="44" font-size="24" font-weight="bold" fill="#1b1b1b" text-anchor="start">Likvärdighet mellan socialförvaltningarna, 2026Q4</text>',
      '<text x="28" y="70" font-size="15" font-weight="normal" fill="#595959" text-anchor="start">Equality between the social services administrations, 2026Q4</text>',
    ]);
  });

  it("says under the panels what a dot, a line and n are", () => {
    expect(linesOf().slice(-4)).toEqual([
      '<text x="28" y="784" font-size="12" font-weight="normal" fill="#595959" text-anchor="start">Punkt: andel med 95 % konfidensintervall (Wilson), eller mediandagar med undre och övre kvartil. n: beslut eller uppdrag.</text>',
      '<text x="28" y="802" font-size="12" font-weight="normal" fill="#595959" text-anchor="start">Dot: share with 95 % confidence interval (Wilson), or median days with lower and upper quartile. n: decisions or assignments.</text>',
      "</svg>",
      "",
    ]);
  });

  // The axis goes from x 120 to 402. To 40 per cent in four steps, 20 per cent is in its middle: 261.
  it("has for a share a scale, a dot at its value, a line over its interval, and n; and says what is too few", () => {
    const ticks = [120, 190.5, 261, 331.5, 402].flatMap((x, index) => [
      `<line x1="${x}" y1="160" x2="${x}" y2="218" stroke="#d4d4d4"/>`,
      `<text x="${x}" y="234" font-size="12" font-weight="normal" fill="#595959" text-anchor="middle">${index * 10} %</text>`,
    ]);

    expect(linesOf().slice(6, 25)).toEqual([
      '<text x="28" y="128" font-size="16" font-weight="bold" fill="#1b1b1b">Återlämnade beslut<tspan font-weight="normal" fill="#595959" font-size="13"> / Decisions returned</tspan></text>',
      '<text x="28" y="147" font-size="12" font-weight="normal" fill="#595959" text-anchor="start">Skillnaden: kan bero på slumpen / The difference: within chance</text>',
      ...ticks,
      '<text x="108" y="179" font-size="14" font-weight="normal" fill="#1b1b1b" text-anchor="end">Centrum</text>',
      '<line x1="190.5" y1="174" x2="402" y2="174" stroke="#0b5394" stroke-width="3" stroke-linecap="round" opacity="0.45"/>',
      '<circle cx="261" cy="174" r="6" fill="#0b5394" stroke="#ffffff" stroke-width="1.5"/>',
      '<text x="468" y="179" font-size="12" font-weight="normal" fill="#595959" text-anchor="end">n = 40</text>',
      '<text x="108" y="209" font-size="14" font-weight="normal" fill="#1b1b1b" text-anchor="end">Hisingen</text>',
      '<rect x="122" y="195" width="206" height="18" fill="#ffffff"/>',
      '<text x="126" y="209" font-size="12" font-weight="normal" fill="#595959" text-anchor="start">för få för att visas / too few to show</text>',
    ]);
  });

  // From x 596 to 878, to 25 days in five steps: 14 days are at 596 + 282 * 14 / 25.
  it("has for days a scale without a unit and no n, and stresses what exceeds chance", () => {
    const lines = linesOf();
    const from = lines.findIndex((line) => line.includes("Dagar till start<tspan"));

    expect(lines.slice(from, from + 17)).toEqual([
      '<text x="504" y="128" font-size="16" font-weight="bold" fill="#1b1b1b">Dagar till start<tspan font-weight="normal" fill="#595959" font-size="13"> / Days to start</tspan></text>',
      '<text x="504" y="147" font-size="12" font-weight="bold" fill="#1b1b1b" text-anchor="start">Skillnaden: större än slumpen förklarar / The difference: beyond chance</text>',
      ...[596, 652.4, 708.8, 765.2, 821.6, 878].flatMap((x, index) => [
        `<line x1="${x}" y1="160" x2="${x}" y2="188" stroke="#d4d4d4"/>`,
        `<text x="${x}" y="204" font-size="12" font-weight="normal" fill="#595959" text-anchor="middle">${index * 5}</text>`,
      ]),
      '<text x="584" y="179" font-size="14" font-weight="normal" fill="#1b1b1b" text-anchor="end">Centrum</text>',
      '<line x1="675" y1="174" x2="832.9" y2="174" stroke="#0b5394" stroke-width="3" stroke-linecap="round" opacity="0.45"/>',
      '<circle cx="753.9" cy="174" r="6" fill="#0b5394" stroke="#ffffff" stroke-width="1.5"/>',
    ]);
  });

  it("has the shares on the left, from the top, and the days on the right", () => {
    const places = linesOf().flatMap((line) => line.match(/<text x="(\d+)" y="(\d+)" font-size="16"/) ?? []);

    expect(places.filter((each) => /^\d+$/.test(each)).map(Number)).toEqual([
      ...[28, 128, 28, 336, 28, 544],
      ...[504, 128, 504, 336, 504, 544],
    ]);
  });

  it.each([
    ["at least 4 days", 3, [0, 1, 2, 3, 4]],
    ["a step of 1", 5, [0, 1, 2, 3, 4, 5]],
    ["a step of 2", 6, [0, 2, 4, 6]],
    ["a step of 5", 11, [0, 5, 10, 15]],
    ["a step of 10", 30, [0, 10, 20, 30]],
    ["a step of 20", 51, [0, 20, 40, 60]],
    ["a step of 25", 101, [0, 25, 50, 75, 100, 125]],
    ["a step of 50", 126, [0, 50, 100, 150]],
    ["a step of 100", 300, [0, 100, 200, 300]],
    ["a step of 200", 501, [0, 200, 400, 600]],
    ["a step of 500", 1001, [0, 500, 1000, 1500]],
    ["a step of 1000", 2600, [0, 1000, 2000, 3000]],
  ])("has a round scale from nought, in five steps at most: %s", (_what, upper, ticks) => {
    const one = {
      ...timeMeasure,
      administrations: [{ administration: "sf-centrum" as const, days: { ...days, upper } }],
    };
    const lines = linesOf({ ...figures, times: [one] }).filter((line) =>
      line.includes('text-anchor="middle"'),
    );

    expect(
      textsOf(lines)
        .filter((text) => !text.endsWith("%"))
        .map(Number),
    ).toEqual(ticks);
  });

  it("has at least 10 per cent on a scale of shares", () => {
    const few = { ...share, share: 0.01, low: 0, high: 0.03 };
    const one = { ...shareMeasure, administrations: [{ administration: "sf-centrum" as const, share: few }] };
    const lines = linesOf({ ...figures, shares: [one] }).filter((line) =>
      line.includes('text-anchor="middle"'),
    );

    expect(textsOf(lines).filter((text) => text.endsWith("%"))).toEqual([
      "0 %",
      "2 %",
      "4 %",
      "6 %",
      "8 %",
      "10 %",
    ]);
  });
});
