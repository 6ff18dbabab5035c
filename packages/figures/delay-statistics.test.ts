import { modelInForceOn } from "@hemvist/rules";
import { describe, expect, it } from "vitest";
import { quarter } from "../../test/support/a-delay.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import type { Delay } from "./delay.ts";
import { delayStatistics } from "./delay-statistics.ts";

const period = quarter("2026Q4");
const model = modelInForceOn(goteborg, period.to);
if (model === undefined) throw new Error("there is one");

const delay: Delay = {
  administration: "sf-centrum",
  decisionId: "D",
  personKey: "pseudonym",
  assignmentId: "sf-centrum.D.1",
  decidedOn: "2026-09-01",
  subArea: "social.networks",
  legalBasis: "sol-12-1",
  kind: "never-begun",
  since: "2026-09-01",
  reportedBefore: false,
  reason: "not-answered",
  daysSinceDecision: 121,
};

/** Six decisions of six persons. */
const six = (name: string, changes: Partial<Delay> = {}): readonly Delay[] =>
  Array.from({ length: 6 }, (_, index) => ({
    ...delay,
    decisionId: `${name}-${index}`,
    personKey: `${name} ${index}`,
    ...changes,
  }));

const tables = (delays: readonly Delay[]) =>
  delayStatistics(delays, { municipality: goteborg, period, model });
const columnsOf = (name: string) => [
  ...new Set(
    tables([])
      .find((table) => table.name === name)
      ?.cells.map(({ column }) => column),
  ),
];
const told = (name: string, delays: readonly Delay[]) =>
  tables(delays)
    .find((table) => table.name === name)
    ?.cells.flatMap(({ row, column, count }) => (count === undefined ? [] : [`${row} ${column} ${count}`]));

describe("the statistics to the city council", () => {
  it("have the types that a basic decision may hold: what SF carries out, and what SoB has agreed on", () => {
    expect(columnsOf("never-begun-by-type")).toEqual([
      "social",
      ...["competences", "networks", "everyday-life", "motivation", "coordination"].map(
        (one) => `social.${one}`,
      ),
      "health",
      ...["substance-use", "diet-exercise", "assessment-treatment", "mental-physical"].map(
        (one) => `health.${one}`,
      ),
      "competence",
      ...["general", "adapted-learning", "adapted-support"].map((one) => `competence.${one}`),
      "job",
      ...["market-knowledge", "coaching"].map((one) => `job.${one}`),
      "total",
    ]);
  });

  it("have the times that a delay can have: none is late before three months, or older than the first model", () => {
    expect(columnsOf("interrupted-by-time-since-decision")).toEqual([
      "3-to-6-months",
      "6-to-12-months",
      "1-to-2-years",
      "2-to-3-years",
      "total",
    ]);
  });

  it("count decisions by administration, as soon as each has five persons", () => {
    const all = model.administrations.flatMap((administration) => six(administration, { administration }));

    expect(told("never-begun-by-time-since-decision", all)).toEqual([
      ...model.administrations.map((administration) => `${administration} total 6`),
      "city total 24",
    ]);
  });

  it("count a decision once, under the type of each of its delays and the time of the earliest", () => {
    const later: Partial<Delay> = { decidedOn: "2026-09-20", subArea: "job.coaching" };
    const earlier: Partial<Delay> = { decidedOn: "2025-11-20", subArea: "job.coaching" };
    const both = [
      ...six("A", later),
      ...six("A"),
      ...six("A", earlier),
      ...six("B", { decidedOn: "2024-05-01" }),
    ];

    // The two shorter times have none, so the longest is withheld with them.
    expect(told("never-begun-by-time-since-decision", both)).toEqual([
      "city 1-to-2-years 6",
      "city total 12",
    ]);
    expect(told("never-begun-by-type", both)).toContain("city total 12");
  });

  it.each<readonly [string, Partial<Delay>]>([
    ["carried out at last", { carriedOutOn: "2026-12-20" }],
    ["ended otherwise", { endedOn: "2026-12-20", endReason: "dropped" }],
  ])("leave out what was %s", (_what, changes) => {
    expect(tables(six("A", changes))).toEqual(tables([]));
  });

  it("tell those never begun from those interrupted", () => {
    const names = (delays: readonly Delay[]) =>
      tables(delays).flatMap(({ name, cells }) =>
        cells.some(({ count }) => count !== undefined) ? [name] : [],
      );

    expect(names(six("A"))).toEqual(["never-begun-by-type", "never-begun-by-time-since-decision"]);
    expect(names(six("A", { kind: "interrupted" }))).toEqual([
      "interrupted-by-type",
      "interrupted-by-time-since-decision",
    ]);
  });
});
