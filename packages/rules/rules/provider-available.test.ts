import { describe, expect, it } from "vitest";
import { aBasicDecision, aDecision, anIntervention } from "../../../test/support/a-decision.ts";
import { failures, remedy } from "../../../test/support/a-facts.ts";
import { goteborg } from "../../../test/support/goteborg.ts";
import { providerAvailable } from "./provider-available.ts";

describe("provider-available", () => {
  it.each([
    ["on the first day that Arbvux carries out", "2022-07-01", []],
    ["the day before", "2022-06-30", ["/interventions/0/subArea"]],
  ])("under 12:4, %s", (_what, from, expected) => {
    const decision = aDecision({ interventions: [anIntervention({ from })] });

    expect(failures(providerAvailable, decision)).toEqual(expected);
  });

  it("holds where SF carries out: it always offers its own sub-areas", () => {
    const early = anIntervention({ subArea: "social.networks", from: "2020-01-01" });

    expect(failures(providerAvailable, aBasicDecision({ interventions: [early] }))).toEqual([]);
  });

  it("points at each sub-area that no provider offers", () => {
    const [model] = goteborg.models.map((each) => ({
      ...each,
      providers: each.providers.filter(({ code }) => code === "arbetsmarknadsanstallning"),
    }));
    const decision = aDecision({
      interventions: [anIntervention({ subArea: "job.subsidised" }), anIntervention(), anIntervention()],
    });

    expect(model && failures(providerAvailable, decision, { model })).toEqual([
      "/interventions/1/subArea",
      "/interventions/2/subArea",
    ]);
    expect(model && remedy(providerAvailable, decision, { model })).toBe(
      "It would be enough for it to begin on a day when a provider offers traineeship.",
    );
  });
});
