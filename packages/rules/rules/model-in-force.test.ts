import { describe, expect, it } from "vitest";
import {
  aBasicDecision,
  aDecision,
  anIntervention,
  under41,
  under44,
  under124,
} from "../../../test/support/a-decision.ts";
import { failures } from "../../../test/support/a-facts.ts";
import { goteborg } from "../../../test/support/goteborg.ts";
import { classify } from "../engine/classify.ts";
import { modelNamed } from "../engine/models.ts";
import { modelInForce, noModelInForce } from "./model-in-force.ts";

describe("model-in-force", () => {
  it.each([
    ["2024-01-11", undefined],
    ["2024-01-12", "goteborg-2024-01"],
    ["2025-06-30", "goteborg-2024-01"],
    ["2025-07-01", "goteborg-2025-07"],
    ["2026-11-02", "goteborg-2025-07"],
  ])("a decision of %s is judged by %s", (decidedOn, model) => {
    const judgement = classify(aBasicDecision({ decidedOn, citation: under41 }), {
      municipality: goteborg,
      receivedOn: "2026-11-02",
    });

    expect(judgement.model).toBe(model);
    expect(judgement.triedRules[0]).toMatchObject({ rule: "model-in-force", holds: model !== undefined });
  });

  it("returns a decision that no model judges, tries no other rule, and places nothing", () => {
    const decision = aDecision({
      decidedOn: "2024-01-11",
      citation: under44,
      interventions: [anIntervention()],
    });

    expect(classify(decision, { municipality: goteborg, receivedOn: "2024-01-11" })).toEqual({
      outcome: "returned",
      legalBasis: "sol-12-4",
      placements: [],
      findings: [
        {
          rule: "model-in-force",
          severity: "must",
          source: modelInForce.source,
          pointer: "/decidedOn",
          message: {
            sv: "Ingen styrmodell gällde 2024-01-11.",
            en: "No governance model was in force on 2024-01-11.",
          },
          wouldHoldIf: {
            sv: "Beslutet skulle kunna bedömas om det hade fattats 2024-01-12 eller senare.",
            en: "The decision could be judged if it had been made on 2024-01-12 or later.",
          },
        },
      ],
      triedRules: [{ rule: "model-in-force", severity: "must", holds: false, concerns: "/decidedOn" }],
    });
  });

  it("fails under a model that is not in force yet", () => {
    const early = aDecision({ decidedOn: "2025-06-30", citation: under124 });
    const model = modelNamed(goteborg, "goteborg-2025-07");

    expect(model && failures(modelInForce, early, { model })).toEqual(["/decidedOn"]);
    expect(failures(modelInForce, aDecision())).toEqual([]);
  });

  it("names the first model's first day, in whatever order the models stand, or says that there is none", () => {
    const decision = { decidedOn: "2020-01-01" };

    expect(noModelInForce(decision, goteborg.models.toReversed()).wouldHoldIf.en).toContain("2024-01-12");
    expect(noModelInForce(decision, []).wouldHoldIf.en).toBe("A model would have to exist.");
  });
});
