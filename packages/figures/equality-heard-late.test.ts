import type { CaseRecord } from "@hemvist/casework";
import { modelInForceOn } from "@hemvist/rules";
import { describe, expect, it } from "vitest";
import { aReport, concerning, heardAt, received } from "../../test/support/a-case.ts";
import { aDecision, anIntervention } from "../../test/support/a-decision.ts";
import { quarter } from "../../test/support/a-delay.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import { equality } from "./equality.ts";
import { folded } from "./fold.ts";

const model = modelInForceOn(goteborg, "2026-12-31");
if (model === undefined) throw new Error("there is one");

/** A report on an assignment: what happened, on which day, and when the report came. */
type Told = readonly [status: Parameters<typeof aReport>[0], on: string, heardOn: string];

/** Forty assignments of each administration, sent on 21 December. */
const city = (told: (administration: string, index: number) => readonly Told[]): readonly CaseRecord[] =>
  model.administrations.flatMap((administration) =>
    Array.from({ length: 40 }, (_, index) => {
      const decisionId = `L-${index}`;
      const decision = aDecision({ administration, decisionId, interventions: [anIntervention()] });
      const sent = concerning(
        received(decision, { at: "2026-12-21T09:00:00Z" }),
        `${administration} ${index}`,
      );
      return told(administration, index).reduce((record, [status, on, heardOn]) => {
        const report = aReport(status, {
          assignmentId: `${administration}.${decisionId}.1`,
          progressId: `${status} ${on}`,
          occurredAt: `${on}T10:00:00Z`,
        });
        return heardAt(`${heardOn}T11:00:00Z`, record, report);
      }, sent);
    }),
  );

const inQuarter = (name: string, records: readonly CaseRecord[]) => {
  const { shares, times } = folded(equality({ period: quarter(name), model }), records);
  return (measure: string) => [...shares, ...times].find((each) => each.measure === measure);
};

describe("answers that come after the quarter", () => {
  // Eight of forty are rejected everywhere but in Sydväst, where 21 are. The reports of 15 of those come in January.
  const records = city((administration, index) => {
    const isSydvast = administration === "sf-sydvast";
    const isRejected = index < (isSydvast ? 21 : 8);
    const heardOn = isSydvast && index < 15 ? "2027-01-04" : "2026-12-30";
    return [[isRejected ? "rejected" : "accepted", "2026-12-30", heardOn]];
  });

  it("are counted with those that came in time, so the difference is seen", () => {
    expect(inQuarter("2027Q1", records)("rejected")).toMatchObject({
      verdict: "beyond-chance",
      administrations: [
        { share: { part: 8, n: 40 } },
        { share: { part: 8, n: 40 } },
        { share: { part: 8, n: 40 } },
        { share: { part: 21, n: 40 } },
      ],
    });
  });

  it("are counted once", () => {
    for (const name of ["2026Q4", "2027Q2"])
      expect(inQuarter(name, records)("rejected")).toEqual({
        measure: "rejected",
        verdict: "too-few",
        administrations: model.administrations.map((administration) => ({ administration })),
      });
  });

  it("are counted in the first report after they came, however late that is", () => {
    const late = city(() => [["rejected", "2026-12-30", "2027-07-01"]]);
    const shares = inQuarter("2027Q3", late)("rejected")?.administrations;

    expect(inQuarter("2027Q1", late)("to-acknowledgement")?.administrations).toEqual(
      model.administrations.map((administration) => ({ administration })),
    );
    expect(inQuarter("2027Q3", late)("to-acknowledgement")?.administrations[0]).toMatchObject({
      days: { median: 9 },
    });
    expect(shares).toHaveLength(4);
  });
});

describe("interruptions that hemvist learns after the quarter", () => {
  const records = city((_administration, index) => [
    ["accepted", "2026-12-22", "2026-12-22"],
    ["in-progress", "2026-12-23", "2026-12-23"],
    ...(index < 15 ? ([["on-hold", "2026-12-30", "2027-01-04"]] as const) : []),
  ]);

  it("are counted in the next one, among all that were under way as far as was known", () => {
    expect(inQuarter("2027Q1", records)("interrupted")?.administrations[0]).toMatchObject({
      share: { part: 15, n: 40 },
    });
  });

  it("are not in the quarter's own report, which came before them", () => {
    expect(inQuarter("2026Q4", records)("interrupted")?.administrations[0]).not.toHaveProperty("share");
  });
});
