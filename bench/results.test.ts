import { describe, expect, it } from "vitest";
import { resultsText } from "./results.ts";
import { ofRounds, type Row } from "./rows.ts";

const machine = {
  processor: "2 × a processor",
  memory: "8 GiB",
  system: "Linux",
  node: "v24.21.0",
  load: "0.1",
  versions: ["dynalite 4.0.0", "fauxqs 2.4.1"],
};
const slow = { unit: "×", bound: { atMost: 0.8 }, figure: 1.1, whyNot: "The client takes it." } as const;
const rows: readonly Row[] = [
  { what: "judging", unit: "µs", bound: { atMost: 2 }, ...ofRounds([1, 1.5, 2]), whyNot: "Never shown." },
  { what: "start of one", ...slow },
  { what: "start of another", ...slow },
  { what: "neighbours", unit: "×", bound: { atMost: 1.1 }, notMeasured: "it ended" },
];
const lines = resultsText({ rows, machine, at: "2026-11-28T08:00:00.000Z", minutes: 7.4 }).split("\n");

describe("what bench writes", () => {
  it("says when, where and of what", () => {
    expect(lines).toContain("| date | 2026-11-28 08:00 UTC, 7 minutes |");
    expect(lines).toContain("| processor | 2 × a processor |");
    expect(lines).toContain("| versions | dynalite 4.0.0, fauxqs 2.4.1 |");
  });

  it("has a line for each target: figure, spread, target, met or not", () => {
    expect(lines).toContain("| judging | 1.50 µs | 1.25 to 1.75 | ≤ 2 µs | met |");
    expect(lines).toContain("| start of one | 1.10 × |  | ≤ 0.800 × | not met |");
    expect(lines).toContain("| neighbours (it ended) | – |  | ≤ 1.10 × | not measured |");
  });

  it("says once why targets are not met, and only of those", () => {
    expect(lines.filter((line) => line.startsWith("- "))).toEqual([
      "- **start of one**, **start of another**: The client takes it.",
    ]);
  });
});
