import type { CaseRecord } from "@hemvist/casework";
import { modelInForceOn } from "@hemvist/rules";
import { describe, expect, it } from "vitest";
import { aReport, progressed, received } from "../../test/support/a-case.ts";
import { aBasicDecision, aDecision } from "../../test/support/a-decision.ts";
import { notCarriedOut } from "./not-carried-out.ts";
import { quarterNamed } from "./report-period.ts";

// Decided on 2026-09-01: the three months are over after 2026-12-01.
const basic = received(aBasicDecision({ interventions: aBasicDecision().interventions.slice(0, 1) }), {
  at: "2026-09-01T09:00:00Z",
});
const about = "sf-centrum.SFC-2026-003002.1";
const at = (status: Parameters<typeof aReport>[0], occurredAt: string) =>
  aReport(status, { assignmentId: about, progressId: occurredAt, occurredAt });
const started = (on: string) =>
  progressed(basic, at("accepted", "2026-09-10T08:00:00Z"), at("in-progress", `${on}T08:00:00Z`));

const reported = (quarter: string, ...records: readonly CaseRecord[]) => {
  const period = quarterNamed(quarter);
  const model = modelInForceOn("2026-12-31");
  if (period === undefined || model === undefined) throw new Error("there are both");
  return notCarriedOut(records, { period, model });
};

const lines = (quarter: string, ...records: readonly CaseRecord[]) =>
  reported(quarter, ...records).decisions.map(({ paragraph, carriedOutOn, reasonForDelay }) => [
    paragraph,
    carriedOutOn,
    reasonForDelay,
  ]);

describe("34 kap. 1 § first paragraph: not carried out within three months of the decision", () => {
  it("is reported with the decision's date, the type of intervention and why, and without whom it concerns", () => {
    expect(reported("2026Q4", basic).decisions).toEqual([
      {
        administration: "sf-centrum",
        decisionId: "SFC-2026-003002",
        paragraph: "34:1 st 1",
        decidedOn: "2026-09-01",
        legalBasis: "sol-12-1",
        intervention: "Hantering av vardagen",
        reasonForDelay: "Utföraren har inte kvitterat uppdraget",
        daysSinceDecision: 121,
      },
    ]);
  });

  it("is not reported in the quarter before the three months are over", () => {
    expect(lines("2026Q3", basic)).toEqual([]);
  });

  it.each([
    ["2026-12-01", []],
    ["2026-12-02", [["34:1 st 1", "2026-12-02", "Uppdraget är accepterat men inte påbörjat"]]],
  ])("begun on %s is reported as %j", (on, expected) => {
    expect(lines("2026Q4", started(on))).toEqual(expected);
  });

  it("is reported again each quarter for as long as it lasts", () => {
    expect(lines("2027Q1", basic)).toEqual([
      ["34:1 st 1", undefined, "Utföraren har inte kvitterat uppdraget"],
    ]);
  });

  it("gives a provider's own reason where there is one", () => {
    expect(lines("2026Q4", progressed(basic, at("rejected", "2026-09-10T08:00:00Z")))).toEqual([
      ["34:1 st 1", undefined, "Utföraren saknar plats"],
    ]);
  });

  it("is of basic decisions only: 12:4 is not among them", () => {
    const under124 = received(aDecision({ decidedOn: "2026-11-02" }));

    expect(lines("2027Q1", under124)).toEqual([]);
  });

  it("is not of a decision that SF has revoked", () => {
    const revoked = received(
      aBasicDecision({ revision: 2, revocation: { on: "2026-10-01", reason: "no-longer-needed" } }),
      { after: basic, at: "2026-10-01T09:00:00Z" },
    );

    expect(lines("2026Q4", revoked)).toEqual([]);
  });
});

describe("34 kap. 1 § second paragraph: not carried out again within three months of an interruption", () => {
  const interrupted = progressed(started("2026-09-20"), at("on-hold", "2026-09-25T08:00:00Z"));

  it.each([
    ["2026Q3", []],
    ["2026Q4", [["34:1 st 2", undefined, "Sjukdom"]]],
  ])("in %s is %j", (quarter, expected) => {
    expect(lines(quarter, interrupted)).toEqual(expected);
  });

  it("names the day it was interrupted", () => {
    expect(reported("2026Q4", interrupted).decisions[0]?.interruptedOn).toBe("2026-09-25");
  });

  it("is none where it was taken up again in time", () => {
    expect(lines("2026Q4", progressed(interrupted, at("in-progress", "2026-12-25T08:00:00Z")))).toEqual([]);
  });
});

describe("34 kap. 2 §: reported before, and carried out now", () => {
  it("is reported with its date, once", () => {
    const late = started("2027-02-10");

    expect(lines("2027Q1", late)).toEqual([
      ["34:2", "2027-02-10", "Uppdraget är accepterat men inte påbörjat"],
    ]);
    expect(lines("2027Q2", late)).toEqual([]);
  });

  it("leaves the quarter before as it was reported", () => {
    expect(lines("2026Q4", started("2027-02-10"))).toEqual([
      ["34:1 st 1", undefined, "Uppdraget är accepterat men inte påbörjat"],
    ]);
  });
});

describe("34 kap. 3 §: statistics to the city council", () => {
  const many = Array.from({ length: 7 }, (_, index) => ({
    ...basic,
    decisionId: `SFC-2026-10000${index}`,
    personKey: `pseudonym ${index}`,
  }));
  const tableOf = (name: string) =>
    reported("2026Q4", ...many).statistics.find((table) => table.name === name)?.cells ?? [];

  it("are how many, of which types, and how long since the decision", () => {
    expect(reported("2026Q4", ...many).statistics.map(({ name }) => name)).toEqual([
      "never-begun-by-type",
      "never-begun-by-time-since-decision",
      "interrupted-by-type",
      "interrupted-by-time-since-decision",
    ]);
    expect(tableOf("never-begun-by-type")).toContainEqual({
      row: "city",
      column: "total",
      count: 7,
      people: 7,
    });
  });

  it("are the city's alone where an administration has fewer than five", () => {
    const told = tableOf("never-begun-by-type").filter(({ count }) => count !== undefined);

    expect(new Set(told.map(({ row }) => row))).toEqual(new Set(["city"]));
  });

  it("name no decision", () => {
    expect(JSON.stringify(reported("2026Q4", ...many).statistics)).not.toContain("SFC-");
  });
});
