import type { CaseRecord } from "@hemvist/casework";
import { modelInForceOn, subAreaOf } from "@hemvist/rules";
import { describe, expect, it } from "vitest";
import { type Delay, delaysIn } from "../../packages/figures/delay.ts";
import { folded } from "../../packages/figures/fold.ts";
import { type DelayedDecision, notCarriedOut } from "../../packages/figures/not-carried-out.ts";
import { quarterNamed, type ReportPeriod } from "../../packages/figures/report-period.ts";
import { reportNames, reportOn } from "../../packages/figures/reports.ts";
import { goteborg } from "../support/goteborg.ts";
import { lived } from "./lived.ts";
import { madeUpYears } from "./made-up-years.ts";
import { type Ledger, type Line, quartersBetween, reckoned } from "./recount.ts";

const quarters = quartersBetween("2025-04-01", "2027-12-31");
const model = modelInForceOn(goteborg, "2027-12-31");
if (model === undefined) throw new Error("there is one");

function periodOf(name: string): ReportPeriod {
  const period = quarterNamed(name);
  if (period === undefined) throw new Error(`${name} is no quarter`);
  return period;
}

const reported = (records: readonly CaseRecord[], name: string) =>
  folded(notCarriedOut({ municipality: goteborg, period: periodOf(name), model }), records);

/** A line of either reckoning, as text. */
const written = (line: Line | DelayedDecision): string =>
  [
    line.administration,
    line.decisionId,
    line.decidedOn,
    line.citation,
    "subArea" in line ? subAreaOf(model, line.subArea).name : line.intervention,
    line.paragraph,
    line.interruptedOn,
    line.carriedOutOn,
    line.endedOn,
  ].join(" | ");

/** What the reports on one delay say of it, quarter by quarter. */
type Told = "-" | "new" | "lasts" | "carried out" | "ended";

const toldOf = ({ reportedBefore, carriedOutOn, endedOn }: Delay): Told =>
  carriedOutOn ? "carried out" : endedOn ? "ended" : reportedBefore ? "lasts" : "new";

describe.each([1, 2, 3, 4])("the reports on made-up years, seed %i,", (seed) => {
  const years = madeUpYears(seed, 200);
  const records = years.flatMap((heard) => lived(heard) ?? []);
  const reports = quarters.map(({ name }) => reported(records, name));

  it("are what a clerk reckons from the messages alone, quarter by quarter", () => {
    const ledger: Ledger = new Map();

    for (const [index, { name, lastDay }] of quarters.entries()) {
      const { decisions = [], statistics = [] } = reports[index] ?? {};
      const lines = reckoned(years, { lastDay, ledger });

      expect([name, ...decisions.map(written).sort()]).toEqual([name, ...lines.map(written).sort()]);
      for (const [kind, paragraph] of kinds) {
        const told = statistics
          .find((table) => table.name === `${kind}-by-time-since-decision`)
          ?.cells.find(({ row, column }) => row === "city" && column === "total")?.count;
        if (told !== undefined) expect([name, kind, told]).toEqual([name, kind, lasting(lines, paragraph)]);
      }
    }
  });

  it("tell each delay as new once, list it while it lasts, and close it once", () => {
    const delays = quarters.map(({ name }) => records.flatMap((record) => delaysIn(record, periodOf(name))));
    const each = new Set(delays.flat().map(nameOf));
    const stories = [...each].map((delay) =>
      delays.map((inQuarter): Told => {
        const [told, another] = inQuarter.filter((one) => nameOf(one) === delay);
        expect(another).toBeUndefined();
        return told === undefined ? "-" : toldOf(told);
      }),
    );

    expect(stories.length).toBeGreaterThan(100);
    for (const story of stories) expect(story.join(", ")).toMatch(legalStory);
  });

  it("are the same before and after the Monday of issue, and a year later", () => {
    const { name } = quarters[(seed * 3) % quarters.length] ?? { name: "" };
    const period = periodOf(name);
    const until = (instant: string) => years.flatMap((heard) => lived(heard, instant) ?? []);

    for (const report of reportNames.filter((each) => each !== "week-40" && each !== "agenda")) {
      const issued = reportOn(report, { municipality: goteborg, records: until(period.ends), period });
      expect(reportOn(report, { municipality: goteborg, records, period })).toEqual(issued);
    }
  });

  it("tell of everything that can go wrong", () => {
    const lines = reports.flatMap(({ decisions }) => decisions);
    const kindsOf = lines.map(({ paragraph, carriedOutOn, endedOn }) =>
      [paragraph, carriedOutOn && "carried out", endedOn && "ended"].filter(Boolean).join(", "),
    );

    expect([...new Set(kindsOf)].sort()).toEqual([
      "34:1 st 1",
      "34:1 st 1, carried out",
      "34:1 st 1, ended",
      "34:1 st 2",
      "34:1 st 2, carried out",
      "34:1 st 2, ended",
      "34:2, carried out",
    ]);
    expect(new Set(lines.map(({ reasonForEnd }) => reasonForEnd)).size).toBe(4);
    expect(new Set(lines.map(({ citation }) => citation)).size).toBe(3);
  });
});

const kinds = [
  ["never-begun", "34:1 st 1"],
  ["interrupted", "34:1 st 2"],
] as const;

const lasting = (lines: readonly Line[], under: Line["paragraph"]): number =>
  new Set(
    lines
      .filter(({ paragraph, carriedOutOn, endedOn }) => paragraph === under && !carriedOutOn && !endedOn)
      .map(({ administration, decisionId }) => `${administration} ${decisionId}`),
  ).size;

const nameOf = ({ assignmentId, kind, since }: Delay): string => `${assignmentId} ${kind} ${since}`;

/** New, lasting until it is closed; or closed at once. Taken up again it is new. A carrying out may come after an end. */
const legalStory =
  /^(-(, )?)*((new(, lasts)*, )?(carried out|ended(, -)*(, carried out)?)(, -)*(, |$))*(new(, lasts)*)?$/;
