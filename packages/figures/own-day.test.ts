import { describe, expect, it } from "vitest";
import { progressed, received } from "../../test/support/a-case.ts";
import { aBasicDecision, aDecision, under41, under121 } from "../../test/support/a-decision.ts";
import {
  accepted,
  basic,
  changed,
  endsIn,
  onlyIntervention as first,
  linesIn,
  reportedIn,
  revisedOn,
  started,
} from "../../test/support/a-delay.ts";

const until2028 = { validTo: "2028-09-06" };
const added = {
  interventionId: "2",
  subArea: "social.networks",
  from: "2027-03-20",
  to: "2028-03-19",
} as const;

const decidedOn = (quarter: string, ...records: Parameters<typeof reportedIn>[1][]) =>
  reportedIn(quarter, ...records).decisions.map((line) => [line.intervention, line.decidedOn]);

describe("each intervention counts from its own day of decision", () => {
  const begun = started("2026-09-08");
  const withAnother = revisedOn("2027-03-15", begun, { ...until2028, interventions: [first, added] });

  it("one that a revision adds is not late until three months after that", () => {
    expect(reportedIn("2027Q1", withAnother).decisions).toEqual([]);
    expect(decidedOn("2027Q2", withAnother)).toEqual([["Stärkande av nätverk", "2027-03-15"]]);
  });

  it("and not at all where it has begun in time", () => {
    const both = progressed(
      withAnother,
      { ...changed("accepted", "2027-03-16T08:00:00Z", "2"), expectedStartOn: "2027-03-29" },
      changed("in-progress", "2027-03-29T08:00:00Z", "2"),
    );

    for (const name of ["2027Q1", "2027Q2", "2027Q3"]) expect(reportedIn(name, both).decisions).toEqual([]);
  });

  it("from the day that SF names, where it names one", () => {
    const named = { ...added, decidedOn: "2026-11-01" };
    const record = revisedOn("2027-03-15", begun, { ...until2028, interventions: [first, named] });

    expect(decidedOn("2027Q1", record)).toEqual([["Stärkande av nätverk", "2026-11-01"]]);
    expect(reportedIn("2027Q1", record).decisions[0]).toMatchObject({ daysSinceDecision: 150 });
  });

  it("whatever day a later revision gives the decision: a delay is not wiped out", () => {
    const moved = revisedOn("2026-11-20", basic, { decidedOn: "2026-11-20" });

    expect(decidedOn("2026Q4", moved)).toEqual([["Hantering av vardagen", "2026-09-01"]]);
  });
});

describe("an interruption counts from its own day", () => {
  const interrupted = progressed(started("2026-09-20"), changed("on-hold", "2026-09-25T08:00:00Z"));
  const illness = ["34:1 st 2", undefined, "Den enskilde är sjuk"];

  it("whatever revision comes after it", () => {
    const revised = revisedOn("2026-12-10", interrupted, { decidedOn: "2026-12-10" });

    expect(linesIn("2026Q4", revised)).toEqual([illness]);
    expect(reportedIn("2026Q4", revised).decisions[0]?.interruptedOn).toBe("2026-09-25");
  });

  it("also where it failed after that", () => {
    const failed = progressed(interrupted, changed("failed", "2026-12-10T08:00:00Z"));

    expect(reportedIn("2026Q4", failed).decisions).toMatchObject([
      { interruptedOn: "2026-09-25", reasonForDelay: "Den enskilde har uteblivit från insatsen" },
    ]);
  });

  it("whatever provider comes after it", () => {
    const elsewhere = revisedOn("2026-10-10", interrupted, {
      parallelAgreement: "SOB-EXEMPEL-1",
      interventions: [
        { ...first, subArea: "competence.adapted-learning" },
        { ...added, from: "2026-10-12", to: "2027-03-01" },
      ],
    });

    expect(elsewhere.assignments[0]?.provider).toBe("kompetenscenter");
    expect(reportedIn("2026Q4", elsewhere).decisions).toMatchObject([
      { interruptedOn: "2026-09-25", intervention: "Anpassad kunskapshöjning" },
    ]);
  });

  it("from the day that another provider was asked, where the first one was carrying it out", () => {
    const elsewhere = revisedOn("2026-09-28", started("2026-09-20"), {
      parallelAgreement: "SOB-EXEMPEL-1",
      interventions: [
        { ...first, subArea: "competence.adapted-learning" },
        { ...added, from: "2026-10-12", to: "2027-03-01" },
      ],
    });

    expect(reportedIn("2026Q4", elsewhere).decisions[0]).toMatchObject({
      paragraph: "34:1 st 2",
      interruptedOn: "2026-09-28",
    });
  });

  it("a failure before it has begun is no interruption", () => {
    const failed = progressed(accepted, changed("failed", "2026-12-10T08:00:00Z"));

    expect(linesIn("2026Q4", failed)).toEqual([
      ["34:1 st 1", undefined, "Den enskilde har uteblivit från insatsen"],
    ]);
  });
});

describe("a report names the Act that the decision was made under", () => {
  const interventions = [{ ...first, from: "2025-06-16", to: "2026-06-15" }];
  const old = received(
    aBasicDecision({
      decidedOn: "2025-06-12",
      validFrom: "2025-06-16",
      validTo: "2026-06-15",
      citation: under41,
      interventions,
    }),
    { at: "2025-06-12T09:00:00Z" },
  );

  it("the old one before 1 July 2025", () => {
    expect(reportedIn("2025Q3", old).decisions).toMatchObject([
      { legalBasis: "sol-12-1", citation: "4 kap. 1 § SoL (2001:453)" },
    ]);
  });

  it("each intervention by its own day, where a later revision cites the new one", () => {
    const revised = revisedOn("2025-08-01", old, {
      decidedOn: "2025-08-01",
      citation: under121,
      interventions: [...interventions, { ...added, from: "2025-08-04", to: "2026-06-01" }],
    });

    expect(reportedIn("2025Q4", revised).decisions.map(({ citation }) => citation)).toEqual([
      "4 kap. 1 § SoL (2001:453)",
      "12 kap. 1 § SoL (2025:400)",
    ]);
  });
});

describe("a decision that a revision moves to 12 kap. 4 §, which is not reported,", () => {
  const moved = received(
    aDecision({
      decisionId: "SFC-2026-003002",
      revision: 2,
      basicDecision: { decisionId: "SFC-2026-000001", decidedOn: "2026-09-01", citation: under121 },
    }),
    { after: basic, at: "2027-01-10T09:00:00Z" },
  );

  it("is closed where it was reported", () => {
    expect(endsIn("2026Q4", moved)).toEqual([["34:1 st 1", undefined, undefined]]);
    expect(endsIn("2027Q1", moved)).toEqual([
      ["34:1 st 1", "2027-01-10", "Beslutet grundas inte längre på 11 kap. 1 § eller 12 kap. 1 § SoL"],
    ]);
  });

  it("is not reported after that", () => {
    expect(endsIn("2027Q2", moved)).toEqual([]);
  });
});
