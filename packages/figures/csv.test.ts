import { describe, expect, it } from "vitest";
import { csv, decisionsCsv, equalityCsv, tablesCsv } from "./csv.ts";

describe("CSV", () => {
  it("is RFC 4180's: quoted where it must be, each line ended", () => {
    expect(
      csv(
        ["a", "b"],
        [
          ["x,y", 'say "no"'],
          [undefined, 3],
          ["line\nbreak", ""],
        ],
      ),
    ).toBe('a,b\r\n"x,y","say ""no"""\r\n,3\r\n"line\nbreak",\r\n');
  });

  it("has no text that a spreadsheet takes for a formula, and leaves numbers alone", () => {
    const texts = ["=1+1", "+1", "-2-3", "@SUM(A1)", "\tx", "a-b"];

    expect(csv(["a"], [...texts.map((text) => [text]), [-4]])).toBe(
      "a\r\n'=1+1\r\n'+1\r\n'-2-3\r\n'@SUM(A1)\r\n'\tx\r\na-b\r\n-4\r\n",
    );
  });

  it("shows that a cell is suppressed, and nothing of it", () => {
    const cells = [
      { row: "sf-centrum", column: "job", count: 7, people: 6 },
      { row: "sf-centrum", column: "social" },
    ];

    expect(tablesCsv([{ name: "area", fewest: 5, cells }])).toBe(
      "table,administration,column,count,people\r\narea,sf-centrum,job,7,6\r\narea,sf-centrum,social,..,..\r\n",
    );
  });

  it("has each fact of a delayed decision in its own column", () => {
    const carriedOut = {
      administration: "sf-centrum",
      decisionId: "D-1",
      paragraph: "34:2",
      decidedOn: "2026-01-02",
      legalBasis: "sol-12-1",
      citation: "12 kap. 1 § SoL (2025:400)",
      intervention: "Stärkande av nätverk",
      interruptedOn: "2026-03-04",
      reasonForDelay: "Den enskilde är sjuk",
      carriedOutOn: "2026-05-06",
      daysSinceDecision: 124,
    } as const;
    const { carriedOutOn: _, ...ended } = { ...carriedOut, endedOn: "2026-07-08", reasonForEnd: "Utgången" };

    expect(columnsOf(decisionsCsv([carriedOut]))).toEqual({
      ...written(carriedOut),
      endedOn: "",
      reasonForEnd: "",
    });
    expect(columnsOf(decisionsCsv([ended]))).toEqual({ ...written(ended), carriedOutOn: "" });
  });
});

describe("the measures of equality, as CSV", () => {
  const share = { part: 3, n: 4, share: 0.75, low: 0.3, high: 0.95 };
  const text = () =>
    equalityCsv({
      shares: [
        {
          measure: "rejected",
          verdict: "within-chance",
          statistic: 1.5,
          p: 0.6,
          spread: 0.1,
          administrations: [{ administration: "sf-centrum", share }, { administration: "sf-nordost" }],
          city: { ...share, part: 30, n: 40 },
        },
      ],
      times: [
        {
          measure: "to-start",
          verdict: "too-few",
          administrations: [
            { administration: "sf-centrum", days: { lower: 2, median: 4, upper: 8.25 } },
            { administration: "sf-nordost" },
          ],
        },
      ],
      returnedByRule: { name: "returned-by-rule", fewest: 5, cells: [] },
    });

  it("have a line for each administration, one for the city where it is a share, and .. for what is hidden", () => {
    expect(text().split("\r\n")).toEqual([
      "measure,administration,n,value,low,high,spread,verdict,statistic,p",
      "rejected,sf-centrum,4,0.7500,0.3000,0.9500,0.1000,within-chance,1.5000,0.6000",
      "rejected,sf-nordost,..,..,..,..,0.1000,within-chance,1.5000,0.6000",
      "rejected,city,40,0.7500,0.3000,0.9500,0.1000,within-chance,1.5000,0.6000",
      "to-start,sf-centrum,,4.0000,2.0000,8.2500,,too-few,,",
      "to-start,sf-nordost,..,..,..,..,,too-few,,",
      "",
    ]);
  });
});

const written = (line: object) =>
  Object.fromEntries(Object.entries(line).map(([key, value]) => [key, String(value)]));

/** The values of the only line, by the header's names. */
function columnsOf(text: string): Record<string, string> {
  const [header = "", line = ""] = text.split("\r\n");
  const values = line.split(",");
  return Object.fromEntries(header.split(",").map((name, index) => [name, values[index] ?? "none"]));
}
