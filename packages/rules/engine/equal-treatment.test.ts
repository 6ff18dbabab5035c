import { describe, expect, it } from "vitest";
import {
  aBasicDecision,
  aDecision,
  anAssessment,
  anIntervention,
  under41,
  under44,
  under111,
  under121,
  under124,
} from "../../../test/support/a-decision.ts";
import { goteborg } from "../../../test/support/goteborg.ts";
import { classify } from "./classify.ts";
import { type Administration, type Decision, subAreaCodes } from "./decision.ts";

/** Each administration, and how its ids begin. */
const prefixes: Readonly<Record<Administration, string>> = {
  "sf-centrum": "SFC",
  "sf-hisingen": "SFH",
  "sf-nordost": "SFN",
  "sf-sydvast": "SFS",
};
const administrations = Object.keys(prefixes);
const agreements = [undefined, "SOB-EXEMPEL-1", "SOB-EXEMPEL-2", "SOB-EXEMPEL-3", "SOB-NO-SUCH"];

/** As if another administration had sent it: in every place and in every id. */
function swapped(value: object, [from, to]: readonly [Administration, Administration]): unknown {
  return JSON.parse(
    JSON.stringify(value).replaceAll(from, to).replaceAll(`${prefixes[from]}-`, `${prefixes[to]}-`),
  );
}

/** Sound and faulty ones, in every lane, under either Act. */
function* decisions(): Generator<Decision> {
  const changes: readonly Partial<Decision>[] = [
    {},
    { decidedOn: "2025-06-30" },
    { decidedOn: "2023-01-01" },
    { assessment: anAssessment({ unemployment: "none" }) },
    { revocation: { on: "2026-12-01", reason: "person-moved" } },
  ];
  const follows = "sf-centrum.SFC-2025-001200.1";
  for (const citation of [under124, under121, under111, under44, under41]) {
    for (const subArea of subAreaCodes) {
      for (const parallelAgreement of agreements) {
        const interventions = [anIntervention({ subArea, follows })];
        const sample = citation.legalBasis === "sol-12-4" ? aDecision : aBasicDecision;
        for (const change of changes) yield sample({ citation, interventions, parallelAgreement, ...change });
      }
    }
  }
}

describe("equal treatment (likvärdighet)", () => {
  it("whichever administration decides, the same decision has the same outcome", () => {
    let swaps = 0;
    const outcomes = new Set<string>();
    for (const decision of decisions()) {
      const judgement = classify(decision, { municipality: goteborg, receivedOn: "2026-11-02" });
      outcomes.add(judgement.outcome);
      for (const other of administrations.filter((each) => each !== "sf-centrum")) {
        const swap = ["sf-centrum", other] as const;
        const theirs = classify(swapped(decision, swap) as Decision, {
          municipality: goteborg,
          receivedOn: "2026-11-02",
        });
        if (JSON.stringify(theirs) !== JSON.stringify(swapped(judgement, swap))) {
          expect.fail(`${other} is treated otherwise: ${JSON.stringify(theirs)}`);
        }
        swaps += 1;
      }
    }

    expect(swaps).toBe(5 * 19 * 5 * 5 * 3);
    expect([...outcomes].toSorted()).toEqual(["assigned", "returned"]);
    process.stdout.write(
      `equal treatment: ${swaps.toLocaleString("en")} swaps of administration, none of which changed an outcome\n`,
    );
  });

  it("every swap changes what it is to change", () => {
    const decision = aDecision({
      interventions: [anIntervention({ follows: "sf-centrum.SFC-2025-001200.1" })],
    });
    const text = JSON.stringify(swapped(decision, ["sf-centrum", "sf-nordost"]));

    expect(text).not.toMatch(/centrum|SFC/);
    expect(text).toContain("sf-nordost.SFN-2025-001200.1");
  });
});
