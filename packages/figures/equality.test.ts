import { type Administration, modelInForceOn } from "@hemvist/rules";
import { describe, expect, it } from "vitest";
import { aReport, progressed, received } from "../../test/support/a-case.ts";
import { aDecision, anIntervention } from "../../test/support/a-decision.ts";
import { equality } from "./equality.ts";
import { equalityPlot } from "./plot.ts";
import { quarterNamed } from "./report-period.ts";

const period = quarterNamed("2026Q4");
const model = modelInForceOn("2026-12-31");
if (period === undefined || model === undefined) throw new Error("there are both");
const scope = { period, model };

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
    const record = { ...received(decision), personKey: `${administration} ${index}` };
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
const figures = equality(records, scope);

const share = (measure: string) => figures.shares.find((each) => each.measure === measure);
const time = (measure: string) => figures.times.find((each) => each.measure === measure);

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

  it("tells by which rule, as far as that tells nothing of the rules that few have broken", () => {
    const [told, ...hidden] = figures.returnedByRule.cells
      .filter(({ row, column }) => row === "sf-sydvast" && /consulted|participation/.test(column))
      .sort(({ count: one = 0 }, { count: other = 0 }) => other - one);

    expect(told).toMatchObject({ count: 12, people: 12 });
    expect(hidden.map(({ count }) => count)).toEqual([undefined]);
  });

  it("tells the days to a start, and that they differ", () => {
    expect(time("to-start")).toMatchObject({
      verdict: "beyond-chance",
      spread: 21,
      administrations: [
        { days: { n: 32, median: 14 } },
        { days: { median: 14 } },
        { days: { median: 14 } },
        { days: { n: 16, median: 35 } },
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

  it("hides the rules of an administration whose share returned is hidden", () => {
    const few = [...alike, ...decisions("sf-sydvast", { count: 40, returned: 2, startsOn: "2026-11-16" })];
    const { returnedByRule } = equality(few, scope);

    expect(
      returnedByRule.cells.filter(({ row, count }) => row === "sf-sydvast" && count !== undefined),
    ).toEqual([]);
  });

  it("tells no quartiles of fewer than ten persons", () => {
    const few = decisions("sf-centrum", { count: 9, returned: 0, startsOn: "2026-11-16" });

    expect(equality(few, scope).times.flatMap(({ administrations }) => administrations)).toEqual(
      Array(3)
        .fill(model.administrations.map((administration) => ({ administration })))
        .flat(),
    );
  });

  it("belongs to the quarter in which it happened", () => {
    const before = quarterNamed("2026Q3");
    if (before === undefined) throw new Error("there is one");

    expect(equality(records, { ...scope, period: before }).shares.map(({ verdict }) => verdict)).toEqual([
      "too-few",
      "too-few",
      "too-few",
    ]);
  });
});

describe("its plot", () => {
  const svg = equalityPlot(figures, period);

  it("says in words what it shows, for those who cannot see it", () => {
    expect(svg).toContain('role="img" aria-labelledby="title description"');
    expect(svg).toContain('<title id="title">Likvärdighet 2026Q4 / Equality 2026Q4</title>');
    expect(svg).toMatch(
      /<desc id="description">.*Beslut i retur \/ Decisions returned: Centrum 20\.0 %,.*Sydväst 60\.0 %/,
    );
  });

  it("has a dot for each value, and none for what is hidden", () => {
    const shown = [...figures.shares, ...figures.times]
      .flatMap((measure): readonly object[] => measure.administrations)
      .filter((each) => "share" in each || "days" in each);

    expect(shown.length).toBeGreaterThan(12);
    expect(svg.match(/<circle /g)).toHaveLength(shown.length);
    expect(svg).toContain("too few to show");
  });

  it("is the same every time", () => {
    expect(equalityPlot(equality(records, scope), period)).toBe(svg);
  });
});
