import { describe, expect, it } from "vitest";
import { dueBy, wanted } from "./wanted.ts";

/** What a run issues where only these reports stand, as `<report> <period>`. */
async function dueWith(at: string, standing: readonly string[]): Promise<readonly string[]> {
  const due = await dueBy(at, ({ report, period }) =>
    Promise.resolve(standing.includes(`${report} ${period.name}`)),
  );
  return due.map(({ report, period }) => `${report} ${period.name}`);
}

describe("what a run of the schedule sees to", () => {
  it.each([
    ["the first Monday of a quarter", "2026-10-05T04:00:00Z", "2026Q3", "2026W40", "2026-09"],
    ["the Sunday before it", "2026-10-04T04:00:00Z", "2026Q3", "2025W40", "2026-09"],
    ["a Monday that makes good for one missed", "2026-11-16T05:00:00Z", "2026Q3", "2026W40", "2026-10"],
    ["the year's first Monday", "2027-01-04T05:00:00Z", "2026Q4", "2026W40", "2026-12"],
  ])("on %s is the newest that is over", async (_when, at, quarter, week, month) => {
    expect(await dueWith(at, [])).toEqual([
      `need-and-volume ${quarter}`,
      `not-carried-out ${quarter}`,
      `equality ${quarter}`,
      `week-40 ${week}`,
      `agenda ${month}`,
    ]);
  });

  const inApril = "2027-04-05T04:00:00Z";
  const newest = [
    "need-and-volume 2027Q1",
    "not-carried-out 2027Q1",
    "equality 2027Q1",
    "week-40 2026W40",
    "agenda 2027-03",
  ];

  it("is the newest also where that is issued: it stands", async () => {
    expect(await dueWith(inApril, newest)).toEqual(newest);
  });

  it.each([
    ["the newest is not issued yet", []],
    ["the newest was issued first, on demand", newest],
  ])("is also the oldest that was missed: %s", async (_what, standing) => {
    const due = await dueWith(inApril, [...standing, "not-carried-out 2026Q1", "not-carried-out 2026Q3"]);

    expect(due.filter((one) => one.startsWith("not-carried-out"))).toEqual([
      "not-carried-out 2026Q2",
      "not-carried-out 2027Q1",
    ]);
  });

  it("comes to every quarter that was missed, run by run", async () => {
    const standing = ["not-carried-out 2026Q1"];
    for (let run = 0; run < 3; run += 1) standing.push(...(await dueWith(inApril, standing)));

    expect([...new Set(standing)].filter((one) => one.startsWith("not-carried-out")).sort()).toEqual(
      ["2026Q1", "2026Q2", "2026Q3", "2026Q4", "2027Q1"].map((quarter) => `not-carried-out ${quarter}`),
    );
    expect(new Set(await dueWith(inApril, standing))).toEqual(new Set(newest));
  });

  it.each([
    ["week-40 2025W40", "week-40 2026W40"],
    ["agenda 2025-04", "agenda 2025-05"],
    ["equality 2025Q2", "equality 2025Q3"],
  ])("looks two years back: %s stands, so %s is due", async (standing, due) => {
    expect(await dueWith(inApril, [standing])).toContain(due);
  });

  it("is no period from before the first report of its kind", async () => {
    expect(await dueWith(inApril, ["agenda 2027-03", "equality 2027Q1"])).toEqual(newest);
  });
});

describe("a report on demand", () => {
  it.each([
    ["a period that is not over", "not-carried-out", "2026Q4", "2026-12-31T22:59:59Z"],
    ["no period at all", "not-carried-out", "2026Q5", "2027-01-04T05:00:00Z"],
    ["another report's period", "agenda", "2026Q4", "2027-01-04T05:00:00Z"],
    ["a week that is not the fortieth", "week-40", "2026W41", "2027-01-04T05:00:00Z"],
  ] as const)("is refused for %s", (_why, report, period, at) => {
    expect(() => wanted(report, { period, at })).toThrow(expect.objectContaining({ name: "NoSuchReport" }));
  });
});
