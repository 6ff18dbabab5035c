import { describe, expect, it } from "vitest";
import { received } from "../../test/support/a-case.ts";
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

  it("holds no identity", () => {
    expect(JSON.stringify(person())).not.toContain("189001189803");
  });
});
