import type { CaseRecord } from "@hemvist/casework";
import { type Administration, modelInForceOn } from "@hemvist/rules";
import { describe, expect, it } from "vitest";
import { aReport, concerning, progressed, received } from "../../test/support/a-case.ts";
import { aDecision, anIntervention } from "../../test/support/a-decision.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import { equalityCsv } from "./csv.ts";
import { equality } from "./equality.ts";
import { folded } from "./fold.ts";
import { equalityPlot } from "./plot.ts";
import { quarterNamed } from "./report-period.ts";

const period = quarterNamed("2026Q4");
const model = modelInForceOn(goteborg, "2026-12-31");
if (period === undefined || model === undefined) throw new Error("there are both");
const scope = { period, model };
const equalityOf = (records: readonly CaseRecord[], within = scope) => folded(equality(within), records);

/** Decisions of an administration, the last of which lack a consultation or a work plan; the others are begun. */
function decisions(
  administration: Administration,
  { count, returned, startsOn }: { count: number; returned: number; startsOn: string },
) {
  return Array.from({ length: count }, (_, index) => {
    const decision = aDecision({
      administration,
      decisionId: `E-${index}`,
      interventions: [anIntervention()],
      ...(index < count - returned ? {} : breaches[index % 2]),
    });
    const record = concerning(received(decision), `${administration} ${index}`);
    if (record.standing === undefined) return record;
    const about = { assignmentId: `${administration}.E-${index}.1` };
    return progressed(
      record,
      aReport("received", about),
      aReport("accepted", { ...about, occurredAt: "2026-11-04T08:00:00Z" }),
      aReport("in-progress", { ...about, occurredAt: `${startsOn}T08:00:00Z` }),
    );
  });
}

const breaches = [{ employmentServiceConsultation: undefined }, { workPlan: undefined }];

const alike = (["sf-centrum", "sf-hisingen", "sf-nordost"] as const).flatMap((administration) =>
  decisions(administration, { count: 40, returned: 8, startsOn: "2026-11-16" }),
);
const records = [...alike, ...decisions("sf-sydvast", { count: 40, returned: 24, startsOn: "2026-12-07" })];
const figures = () => equalityOf(records);

const share = (measure: string) => figures().shares.find((each) => each.measure === measure);
const time = (measure: string) => figures().times.find((each) => each.measure === measure);

describe("equality", () => {
  it("tells each administration's share returned, and that one of them stands out", () => {
    expect(share("returned")).toMatchObject({
      verdict: "beyond-chance",
      spread: expect.closeTo(0.4),
      administrations: [
        { share: { part: 8, n: 40, share: 0.2 } },
        { share: { part: 8, n: 40, share: 0.2 } },
        { share: { part: 8, n: 40, share: 0.2 } },
        { share: { part: 24, n: 40, share: 0.6 } },
      ],
    });
  });

  it("tells by which rule, for the city where an administration has few, and not what would tell the others", () => {
    const told = figures().returnedByRule.cells.filter(({ count }) => count !== undefined);

    expect(told.filter(({ column }) => column === "total").map(({ row, count }) => [row, count])).toEqual([
      ["sf-centrum", 8],
      ["sf-hisingen", 8],
      ["sf-nordost", 8],
      ["sf-sydvast", 24],
      ["city", 48],
    ]);
    expect(told.filter(({ column }) => column !== "total")).toEqual([
      { row: "city", column: "work-plan-with-participation", count: 24, people: 24 },
    ]);
  });

  it("counts a decision that breaks two rules once", () => {
    const both = { ...breaches[0], ...breaches[1] };
    const twice = model.administrations.flatMap((administration) =>
      Array.from({ length: 6 }, (_, index) =>
        concerning(
          received(aDecision({ administration, decisionId: `T-${index}`, ...both })),
          `${administration} ${index}`,
        ),
      ),
    );
    const { returnedByRule } = equalityOf(twice);

    expect(
      returnedByRule.cells.find(({ row, column }) => row === "sf-centrum" && column === "total"),
    ).toEqual({
      row: "sf-centrum",
      column: "total",
      count: 6,
      people: 6,
    });
  });

  it("tells the days to a start, and that they differ", () => {
    expect(time("to-start")).toMatchObject({
      verdict: "beyond-chance",
      spread: 21,
      administrations: [
        { days: { median: 14 } },
        { days: { median: 14 } },
        { days: { median: 14 } },
        { days: { median: 35 } },
      ],
    });
  });

  it("sees no difference where there is none", () => {
    expect(time("to-acknowledgement")).toMatchObject({ verdict: "within-chance", spread: 0 });
  });

  it("hides what is under five, with what it was worked out from", () => {
    expect(share("rejected")).toEqual({
      measure: "rejected",
      verdict: "too-few",
      administrations: model.administrations.map((administration) => ({ administration })),
    });
  });

  it("tells nothing of the four where one has few, and nothing that its share went into", () => {
    const few = [...alike, ...decisions("sf-sydvast", { count: 40, returned: 2, startsOn: "2026-11-16" })];

    expect(equalityOf(few).shares[0]).toEqual({
      measure: "returned",
      verdict: "too-few",
      administrations: model.administrations.map((administration) => ({ administration })),
      city: expect.objectContaining({ part: 26, n: 160 }),
    });
    expect(equalityCsv(equalityOf(few))).toContain(
      "returned,sf-sydvast,..,..,..,..,,too-few,,\r\nreturned,city,160,0.1625,",
    );
  });

  it("tells no spread, statistic or p of days where one of the four has fewer than ten persons", () => {
    const few = [...alike, ...decisions("sf-sydvast", { count: 9, returned: 0, startsOn: "2026-12-07" })];
    const measure = equalityOf(few).times.find((each) => each.measure === "to-start");

    expect(measure).toEqual({
      measure: "to-start",
      verdict: "too-few",
      administrations: [
        ...Array(3).fill({ administration: expect.any(String), days: { lower: 14, median: 14, upper: 14 } }),
        { administration: "sf-sydvast" },
      ],
    });
  });

  it("tells quartiles of ten persons", () => {
    const ten = decisions("sf-centrum", { count: 10, returned: 0, startsOn: "2026-11-16" });
    const start = equalityOf(ten).times.find(({ measure }) => measure === "to-start");

    expect(start?.administrations[0]).toEqual({
      administration: "sf-centrum",
      days: { lower: 14, median: 14, upper: 14 },
    });
  });

  it("tells no quartiles of fewer than ten persons", () => {
    const few = decisions("sf-centrum", { count: 9, returned: 0, startsOn: "2026-11-16" });

    expect(equalityOf(few).times.flatMap(({ administrations }) => administrations)).toEqual(
      Array(3)
        .fill(model.administrations.map((administration) => ({ administration })))
        .flat(),
    );
  });

  it("belongs to the quarter in which it happened", () => {
    const before = quarterNamed("2026Q3");
    if (before === undefined) throw new Error("there is one");

    expect(equalityOf(records, { ...scope, period: before }).shares.map(({ verdict }) => verdict)).toEqual([
      "too-few",
      "too-few",
      "too-few",
    ]);
  });
});

describe("its plot", () => {
  const svg = () => equalityPlot(figures(), { period, municipality: goteborg });

  it("says in words what it shows, for those who cannot see it", () => {
    expect(svg()).toContain('role="img" aria-labelledby="title description"');
    expect(svg()).toContain('<title id="title">Likvärdighet 2026Q4 / Equality 2026Q4</title>');
    expect(svg()).toMatch(
      /<desc id="description">.*Återlämnade beslut \/ Decisions returned: Centrum 20\.0 %,.*Sydväst 60\.0 %/,
    );
  });

  it("has a dot for each value, and none for what is hidden", () => {
    const shown = [...figures().shares, ...figures().times]
      .flatMap((measure): readonly object[] => measure.administrations)
      .filter((each) => "share" in each || "days" in each);

    expect(shown.length).toBeGreaterThan(12);
    expect(svg().match(/<circle /g)).toHaveLength(shown.length);
    expect(svg()).toContain("too few to show");
  });

  it("is the same every time", () => {
    expect(equalityPlot(equalityOf(records), { period, municipality: goteborg })).toBe(svg());
  });
});
