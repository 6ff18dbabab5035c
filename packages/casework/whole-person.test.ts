import { describe, expect, it } from "vitest";
import { aReport, progressed, received } from "../../test/support/a-case.ts";
import { aBasicDecision, aDecision, anIntervention } from "../../test/support/a-decision.ts";
import { wholePerson } from "./whole-person.ts";

const atArbvux = () =>
  received(
    aDecision({
      interventions: [anIntervention({ from: "2026-11-09", to: "2026-12-18" })],
      validTo: "2027-11-08",
    }),
  );
const atSf = () =>
  received(
    aBasicDecision({
      administration: "sf-hisingen",
      interventions: [
        { interventionId: "1", subArea: "social.networks", from: "2026-12-01", to: "2027-01-15" },
        { interventionId: "2", subArea: "social.coordination", from: "2027-02-01", to: "2027-03-01" },
      ],
    }),
  );

describe("the whole person", () => {
  const person = () => wholePerson([atSf(), atArbvux()]);

  it("has every intervention, across administrations and executors, in order of time", () => {
    expect(
      person().interventions.map(({ administration, subArea, provider }) => [
        administration,
        subArea,
        provider,
      ]),
    ).toEqual([
      ["sf-centrum", "job.traineeship", "kompetenscenter"],
      ["sf-hisingen", "social.networks", "sf-hisingen"],
      ["sf-hisingen", "social.coordination", "sf-hisingen"],
    ]);
  });

  it("shows where there is none, and where several run at once", () => {
    expect(person().gaps).toEqual([{ from: "2027-01-18", to: "2027-01-31" }]);
    expect(person().overlaps).toEqual([
      {
        from: "2026-12-01",
        to: "2026-12-18",
        assignmentIds: ["sf-centrum.SFC-2026-004711.1", "sf-hisingen.SFC-2026-003002.1"],
      },
    ]);
  });

  it("shows none while one ran that has ended since, but from the day that it did", () => {
    const done = progressed(
      atArbvux(),
      aReport("accepted"),
      aReport("in-progress", { occurredAt: "2026-11-09T09:00:00Z" }),
      aReport("completed", { occurredAt: "2026-11-20T09:00:00Z" }),
    );

    expect(wholePerson([atSf(), done]).gaps).toEqual([
      { from: "2026-11-23", to: "2026-11-30" },
      { from: "2027-01-18", to: "2027-01-31" },
    ]);
  });

  it("has of each where it belongs, who carries it out and how far it has come", () => {
    expect(person().interventions[0]).toEqual({
      administration: "sf-centrum",
      decisionId: "SFC-2026-004711",
      legalBasis: "sol-12-4",
      assignmentId: "sf-centrum.SFC-2026-004711.1",
      area: "job",
      subArea: "job.traineeship",
      carriedOutBy: "arbvux",
      provider: "kompetenscenter",
      parallel: false,
      status: "requested",
      statusAt: "2026-11-02T09:00:00Z",
      from: "2026-11-09",
      to: "2026-12-18",
    });
  });

  it.each([
    ["on the last day of the one before overlap by that day", "2026-12-18", ["2026-12-18"]],
    ["the day after do not", "2026-12-19", []],
  ])("two of which the second begins %s", (_what, from, days) => {
    const next = received(
      aBasicDecision({
        interventions: [{ interventionId: "1", subArea: "social.networks", from, to: "2027-01-15" }],
      }),
    );

    expect(wholePerson([next, atArbvux()]).overlaps.map((overlap) => [overlap.from, overlap.to])).toEqual(
      days.map((day) => [day, day]),
    );
  });

  it("counts among overlaps one that lies within another, as long as that lasts", () => {
    const within = received(
      aBasicDecision({
        interventions: [
          { interventionId: "1", subArea: "social.networks", from: "2026-11-16", to: "2026-11-30" },
        ],
      }),
    );

    expect(wholePerson([atArbvux(), within]).overlaps).toMatchObject([
      { from: "2026-11-16", to: "2026-11-30" },
    ]);
  });

  it("is nothing without a decision", () => {
    expect(wholePerson([])).toEqual({ interventions: [], gaps: [], overlaps: [] });
  });

  it("knows no legal basis of a decision that has only been returned, and no intervention of it", () => {
    const { standing: _standing, ...unjudged } = atArbvux();

    expect(wholePerson([unjudged]).interventions[0]).not.toHaveProperty("legalBasis");
  });

  it("holds no identity", () => {
    expect(JSON.stringify(person())).not.toContain("189001189803");
  });
});
