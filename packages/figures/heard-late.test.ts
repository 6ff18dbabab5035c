import { describe, expect, it } from "vitest";
import { progressed, received } from "../../test/support/a-case.ts";
import { aBasicDecision } from "../../test/support/a-decision.ts";
import {
  accepted,
  basic,
  changed,
  endsIn,
  heardOn,
  linesIn,
  reportedIn,
  revisedOn,
  started,
} from "../../test/support/a-delay.ts";

const notBegun = "Utföraren har tackat ja men inte påbörjat insatsen";

describe("a delay that was reported is closed in the first report after the word of its end came", () => {
  it("with the true day, though that lies in the quarter before", () => {
    const told = heardOn("2027-04-05", accepted, "in-progress", "2027-03-22");

    expect(linesIn("2027Q1", told)).toEqual([["34:1 st 1", undefined, notBegun]]);
    expect(linesIn("2027Q2", told)).toEqual([["34:2", "2027-03-22", notBegun]]);
    expect(linesIn("2027Q3", told)).toEqual([]);
  });

  it("though it proves to have been carried out in time", () => {
    const told = heardOn("2027-01-05", accepted, "in-progress", "2026-10-03");

    expect(linesIn("2026Q4", told)).toEqual([["34:1 st 1", undefined, notBegun]]);
    expect(linesIn("2027Q1", told)).toEqual([["34:2", "2026-10-03", notBegun]]);
    expect(linesIn("2027Q2", told)).toEqual([]);
  });

  it("an interruption as well", () => {
    const onHold = progressed(started("2026-09-20"), changed("on-hold", "2026-09-25T08:00:00Z"));
    const told = heardOn("2027-01-08", onHold, "in-progress", "2026-12-30");

    expect(linesIn("2026Q4", told)).toEqual([["34:1 st 2", undefined, "Den enskilde är sjuk"]]);
    expect(linesIn("2027Q1", told)).toEqual([["34:2", "2026-12-30", "Den enskilde är sjuk"]]);
  });
});

describe("a delay that no report had when it ended", () => {
  it("is reported with its end, in the first report after the word of it came", () => {
    const onHold = heardOn("2027-04-03", started("2026-09-20"), "on-hold", "2026-09-25");
    const again = heardOn("2027-04-03", onHold, "in-progress", "2027-01-15");

    expect(linesIn("2026Q4", again)).toEqual([]);
    expect(linesIn("2027Q1", again)).toEqual([]);
    expect(linesIn("2027Q2", again)).toEqual([["34:1 st 2", "2027-01-15", "Den enskilde är sjuk"]]);
    expect(linesIn("2027Q3", again)).toEqual([]);
  });

  it("is none where it was carried out in time and reported in time", () => {
    expect(linesIn("2026Q4", heardOn("2026-12-30", accepted, "in-progress", "2026-12-01"))).toEqual([]);
  });
});

describe("what was carried out before SF sent the decision", () => {
  const sentLate = received(
    aBasicDecision({
      decidedOn: "2026-07-15",
      validFrom: "2026-07-15",
      interventions: aBasicDecision()
        .interventions.slice(0, 1)
        .map((one) => ({ ...one, from: "2026-07-20" })),
    }),
    { at: "2026-11-02T09:00:00Z" },
  );
  const accepts = heardOn("2026-11-05", sentLate, "accepted", "2026-11-04");

  it("is not late, where hemvist learns it in the quarter", () => {
    const begun = heardOn("2026-11-06", accepts, "in-progress", "2026-08-03");

    for (const name of ["2026Q4", "2027Q1"]) expect(linesIn(name, begun)).toEqual([]);
  });

  it("is late where it was, with its true day", () => {
    const begun = heardOn("2026-11-06", accepts, "in-progress", "2026-10-20");

    expect(linesIn("2026Q4", begun)).toEqual([["34:1 st 1", "2026-10-20", notBegun]]);
    expect(linesIn("2027Q1", begun)).toEqual([]);
  });

  it("is closed where a report had it as not carried out", () => {
    const begun = heardOn("2027-01-04", accepts, "in-progress", "2026-08-03");

    expect(linesIn("2026Q4", begun)).toEqual([["34:1 st 1", undefined, notBegun]]);
    expect(linesIn("2027Q1", begun)).toEqual([["34:2", "2026-08-03", notBegun]]);
  });
});

describe("a delay that was closed as ended", () => {
  it("is reported once more where it proves to have been carried out before that", () => {
    const told = heardOn("2027-07-02", accepted, "in-progress", "2027-03-01");

    expect(endsIn("2027Q1", told)).toEqual([["34:1 st 1", "2027-03-06", "Tiden för insatsen har gått ut"]]);
    expect(endsIn("2027Q2", told)).toEqual([]);
    expect(endsIn("2027Q3", told)).toEqual([["34:2", "2027-03-01", undefined]]);
    expect(endsIn("2027Q4", told)).toEqual([]);
  });
});

describe("a revision between a quarter's end and the Monday of issue", () => {
  const [intervention] = basic.standing?.decision.interventions ?? [];
  const later = [
    ["drops the intervention", { interventions: [{ ...intervention, interventionId: "9" }] }],
    ["moves it to another sub-area", { interventions: [{ ...intervention, subArea: "social.networks" }] }],
    ["ends it earlier", { interventions: [{ ...intervention, to: "2026-11-30" }] }],
    [
      "moves the day of the decision",
      { decidedOn: "2026-12-28", citation: basic.standing?.decision.citation },
    ],
    ["revokes the decision", { revocation: { on: "2026-09-30", reason: "decided-wrongly" } }],
  ] as const;

  it.each(later)("that %s changes nothing of the quarter's report", (_what, changes) => {
    const revised = revisedOn("2027-01-02", basic, changes as Parameters<typeof revisedOn>[2]);

    expect(reportedIn("2026Q4", revised)).toEqual(reportedIn("2026Q4", basic));
    expect(reportedIn("2026Q4", revised).decisions).toHaveLength(1);
  });
});
