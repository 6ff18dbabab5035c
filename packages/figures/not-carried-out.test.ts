import { describe, expect, it } from "vitest";
import { concerning, progressed, received } from "../../test/support/a-case.ts";
import { aBasicDecision, aDecision, under41, under111 } from "../../test/support/a-decision.ts";
import { basic, changed, linesIn, reportedIn, revisedOn, started } from "../../test/support/a-delay.ts";

describe("34 kap. 1 § first paragraph: not carried out within three months of the decision", () => {
  it("is reported with the decision's date, the type of intervention and why, and without whom it concerns", () => {
    expect(reportedIn("2026Q4", basic).decisions).toEqual([
      {
        administration: "sf-centrum",
        decisionId: "SFC-2026-003002",
        paragraph: "34:1 st 1",
        decidedOn: "2026-09-01",
        legalBasis: "sol-12-1",
        citation: "12 kap. 1 § SoL (2025:400)",
        intervention: "Hantering av vardagen",
        reasonForDelay: "Utföraren har inte bekräftat att uppdraget är mottaget",
        daysSinceDecision: 121,
      },
    ]);
  });

  it("is reported where it is late from the quarter's last day on", () => {
    const record = received(aBasicDecision({ decidedOn: "2026-09-30" }), { at: "2026-09-30T09:00:00Z" });

    expect(reportedIn("2026Q4", record).decisions).toHaveLength(2);
  });

  it("says how long it took, where it was carried out at last", () => {
    expect(reportedIn("2026Q4", started("2026-12-10")).decisions).toMatchObject([{ daysSinceDecision: 100 }]);
  });

  it("says that the provider has not answered, where it has the assignment", () => {
    expect(linesIn("2026Q4", progressed(basic, changed("received", "2026-09-10T08:00:00Z")))).toEqual([
      ["34:1 st 1", undefined, "Utföraren har inte svarat på uppdraget"],
    ]);
  });

  it("names the legal basis that stands", () => {
    const revised = revisedOn("2026-10-01", basic, { citation: under111 });

    expect(reportedIn("2026Q4", revised).decisions).toMatchObject([
      { legalBasis: "sol-11-1", citation: "11 kap. 1 § SoL (2025:400)" },
    ]);
  });

  it("stands by administration and day of decision", () => {
    const later = received(aBasicDecision({ decisionId: "A", decidedOn: "2026-09-02" }), {
      at: "2026-09-02T09:00:00Z",
    });
    const north = received(aBasicDecision({ decisionId: "A", administration: "sf-nordost" }), {
      at: "2026-09-01T09:00:00Z",
    });
    const { decisions } = reportedIn("2026Q4", north, later, basic);

    expect(decisions.map(({ administration, decidedOn }) => `${administration} ${decidedOn}`)).toEqual([
      "sf-centrum 2026-09-01",
      "sf-centrum 2026-09-02",
      "sf-centrum 2026-09-02",
      "sf-nordost 2026-09-01",
      "sf-nordost 2026-09-01",
    ]);
  });

  it("stands in a decision by intervention and by day of interruption, whatever their order in the record", () => {
    const interventions = [
      { interventionId: "1", subArea: "social.networks", from: "2026-09-07", to: "2027-09-06" },
      { interventionId: "2", subArea: "social.everyday-life", from: "2026-09-07", to: "2027-09-06" },
      { interventionId: "3", subArea: "social.everyday-life", from: "2026-09-07", to: "2027-09-06" },
      { interventionId: "4", subArea: "social.everyday-life", from: "2026-09-07", to: "2027-09-06" },
    ] as const;
    const decided = received(aBasicDecision({ interventions }), { at: "2026-09-01T09:00:00Z" });
    const interrupted = (id: string, on: string) => [
      { ...changed("accepted", "2026-09-02T08:00:00Z", id), expectedStartOn: "2026-09-07" },
      changed("in-progress", "2026-09-07T08:00:00Z", id),
      changed("on-hold", `${on}T08:00:00Z`, id),
    ];
    const record = progressed(decided, ...interrupted("2", "2026-09-20"), ...interrupted("3", "2026-09-10"));

    expect(
      reportedIn("2026Q4", record).decisions.map((line) => [line.intervention, line.interruptedOn]),
    ).toEqual([
      ["Hantering av vardagen", undefined],
      ["Hantering av vardagen", "2026-09-10"],
      ["Hantering av vardagen", "2026-09-20"],
      ["Stärkande av nätverk", undefined],
    ]);
  });

  it("is not reported in the quarter before the three months are over", () => {
    expect(linesIn("2026Q3", basic)).toEqual([]);
  });

  it.each([
    ["2026-12-01", []],
    ["2026-12-02", [["34:1 st 1", "2026-12-02", "Utföraren har tackat ja men inte påbörjat insatsen"]]],
  ])("begun on %s is reported as %j", (on, expected) => {
    expect(linesIn("2026Q4", started(on))).toEqual(expected);
  });

  it("is reported again each quarter for as long as it lasts", () => {
    expect(linesIn("2027Q1", basic)).toEqual([
      ["34:1 st 1", undefined, "Utföraren har inte bekräftat att uppdraget är mottaget"],
    ]);
  });

  it("gives a provider's own reason where there is one", () => {
    expect(linesIn("2026Q4", progressed(basic, changed("rejected", "2026-09-10T08:00:00Z")))).toEqual([
      ["34:1 st 1", undefined, "Utföraren saknar plats"],
    ]);
  });

  it("is of basic decisions only: 12:4 is not among them", () => {
    const under124 = received(aDecision({ decidedOn: "2026-11-02" }));

    expect(linesIn("2027Q1", under124)).toEqual([]);
  });

  it("is not of a decision that SF has revoked", () => {
    const revoked = received(
      aBasicDecision({ revision: 2, revocation: { on: "2026-10-01", reason: "no-longer-needed" } }),
      { after: basic, at: "2026-10-01T09:00:00Z" },
    );

    expect(linesIn("2026Q4", revoked)).toEqual([]);
  });
});

describe("34 kap. 1 § second paragraph: not carried out again within three months of an interruption", () => {
  const interrupted = progressed(started("2026-09-20"), changed("on-hold", "2026-09-25T08:00:00Z"));

  it.each([
    ["2026Q3", []],
    ["2026Q4", [["34:1 st 2", undefined, "Den enskilde är sjuk"]]],
  ])("in %s is %j", (quarter, expected) => {
    expect(linesIn(quarter, interrupted)).toEqual(expected);
  });

  it("names the day it was interrupted", () => {
    expect(reportedIn("2026Q4", interrupted).decisions[0]?.interruptedOn).toBe("2026-09-25");
  });

  it("is none where it was taken up again in time", () => {
    expect(
      linesIn("2026Q4", progressed(interrupted, changed("in-progress", "2026-12-25T08:00:00Z"))),
    ).toEqual([]);
  });
});

describe("34 kap. 2 §: reported before, and carried out now", () => {
  it("is reported with its date, once", () => {
    const late = started("2027-02-10");

    expect(linesIn("2027Q1", late)).toEqual([
      ["34:2", "2027-02-10", "Utföraren har tackat ja men inte påbörjat insatsen"],
    ]);
    expect(linesIn("2027Q2", late)).toEqual([]);
  });

  it("leaves the quarter before as it was reported", () => {
    expect(linesIn("2026Q4", started("2027-02-10"))).toEqual([
      ["34:1 st 1", undefined, "Utföraren har tackat ja men inte påbörjat insatsen"],
    ]);
  });
});

describe("34 kap. 3 §: statistics to the city council", () => {
  const many = Array.from({ length: 7 }, (_, index) =>
    concerning({ ...basic, decisionId: `SFC-2026-10000${index}` }, `pseudonym ${index}`),
  );
  const tableOf = (name: string) =>
    reportedIn("2026Q4", ...many).statistics.find((table) => table.name === name)?.cells ?? [];

  it("are how many, of which types, and how long since the decision", () => {
    expect(reportedIn("2026Q4", ...many).statistics.map(({ name }) => name)).toEqual([
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

  it("count decisions: one with two delayed interventions is one, and stands under the type of each", () => {
    const twofold = Array.from({ length: 6 }, (_, index) =>
      concerning(
        received(aBasicDecision({ decisionId: `SFC-2026-20000${index}` }), { at: "2026-09-01T09:00:00Z" }),
        `pseudonym ${index}`,
      ),
    );
    const { decisions, statistics } = reportedIn("2026Q4", ...twofold);
    const told = (name: string) =>
      statistics
        .find((table) => table.name === name)
        ?.cells.filter(({ count }) => count !== undefined)
        .map(({ column, count }) => [column, count]);

    expect(decisions).toHaveLength(12);
    expect(told("never-begun-by-time-since-decision")).toContainEqual(["total", 6]);
    expect(told("never-begun-by-type")).toContainEqual(["total", 6]);
  });

  const cellsOf = (name: string, ...records: Parameters<typeof reportedIn>[1][]) =>
    reportedIn("2027Q1", ...records)
      .statistics.find((table) => table.name === name)
      ?.cells.filter(({ row, count }) => row === "city" && count !== undefined)
      .map(({ column, count }) => [column, count]);

  it("tell those never begun from those interrupted", () => {
    const interrupted = many.map((record) =>
      progressed(
        started("2026-09-20", progressed(record, changed("accepted", "2026-09-10T08:00:00Z"))),
        changed("on-hold", "2026-12-20T08:00:00Z"),
      ),
    );
    const [intervention] = aBasicDecision().interventions;
    const interventions = intervention ? [{ ...intervention, to: "2027-09-06" }] : [];
    const longer = interrupted.map((record, index) =>
      concerning(revisedOn("2027-01-10", record, { interventions }), `pseudonym ${index}`),
    );

    expect(cellsOf("interrupted-by-time-since-decision", ...longer)).toContainEqual(["total", 7]);
    expect(cellsOf("never-begun-by-time-since-decision", ...longer)).toEqual([]);
  });

  it("count a decision's time from the earliest day of those that are delayed", () => {
    const own = { subArea: "social.everyday-life", from: "2026-09-07", to: "2027-09-06" } as const;
    const decided = ["2026-11-10", "2026-09-20", "2026-12-20"].map((decidedOn, index) => ({
      ...own,
      interventionId: String(index + 1),
      decidedOn,
    }));
    const six = (decision: Parameters<typeof aBasicDecision>[0]) =>
      Array.from({ length: 6 }, (_, index) =>
        concerning(
          received(aBasicDecision({ decisionId: `D-${decision?.decidedOn}-${index}`, ...decision }), {
            at: "2026-12-21T09:00:00Z",
          }),
          `${decision?.decidedOn} ${index}`,
        ),
      );
    const records = [
      ...six({ interventions: decided }),
      // The last column is withheld where another is, so that one must hold persons of its own.
      ...six({
        decidedOn: "2024-02-01",
        validFrom: "2024-02-01",
        citation: under41,
        interventions: [{ ...own, interventionId: "1" }],
      }),
    ];

    expect(cellsOf("never-begun-by-time-since-decision", ...records)).toContainEqual(["6-to-12-months", 6]);
  });

  it("leave out what was carried out or ended before the quarter did", () => {
    const begun = many.map((record) =>
      progressed(
        record,
        changed("accepted", "2026-09-10T08:00:00Z"),
        changed("in-progress", "2026-12-20T08:00:00Z"),
      ),
    );

    const revocation = { on: "2026-12-20", reason: "person-moved" } as const;
    const ended = many.map((record, index) =>
      concerning(
        { ...revisedOn("2026-12-20", record, { revocation }), decisionId: `D-${index}` },
        `pseudonym ${index}`,
      ),
    );

    expect(reportedIn("2026Q4", ...ended).statistics).toEqual(reportedIn("2026Q4").statistics);
    expect(reportedIn("2026Q4", ...begun).decisions).toHaveLength(7);
    expect(
      reportedIn("2026Q4", ...begun).statistics.flatMap(({ cells }) =>
        cells.flatMap(({ count }) => count ?? []),
      ),
    ).toEqual([]);
  });

  it("name no decision", () => {
    expect(JSON.stringify(reportedIn("2026Q4", ...many).statistics)).not.toContain("SFC-");
  });
});
