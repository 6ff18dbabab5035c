import { describe, expect, it } from "vitest";
import {
  aBasicDecision,
  aDecision,
  anIntervention,
  under41,
  under44,
  under111,
  under121,
  under124,
} from "../../../test/support/a-decision.ts";
import { standing } from "../../../test/support/a-facts.ts";
import { goteborg } from "../../../test/support/goteborg.ts";
import type { Background } from "./background.ts";
import type { Citation } from "./citations/citation.ts";
import { type Administration, type Intervention, type SubAreaCode, subAreaCodes } from "./decision.ts";
import type { Model } from "./model.ts";
import { place } from "./place.ts";
import type { Placement, Side } from "./placement.ts";

/** The contract's lanes, word for word: under 12:4, then under a basic decision. */
const lanes: readonly (readonly [SubAreaCode, Side, "own" | "other", Side, "own" | "other"])[] = [
  ["social.competences", "sf", "other", "sf", "own"],
  ["social.networks", "sf", "other", "sf", "own"],
  ["social.everyday-life", "sf", "other", "sf", "own"],
  ["social.motivation", "sf", "other", "sf", "own"],
  ["social.coordination", "sf", "other", "sf", "own"],
  ["health.substance-use", "sf", "other", "sf", "own"],
  ["health.diet-exercise", "arbvux", "own", "sf", "own"],
  ["health.assessment-treatment", "arbvux", "own", "sf", "own"],
  ["health.mental-physical", "arbvux", "own", "sf", "own"],
  ["competence.general", "arbvux", "own", "arbvux", "other"],
  ["competence.vocational", "arbvux", "own", "arbvux", "other"],
  ["competence.adapted-learning", "arbvux", "own", "arbvux", "other"],
  ["competence.adapted-support", "arbvux", "own", "sf", "own"],
  ["job.market-knowledge", "arbvux", "own", "arbvux", "other"],
  ["job.search-enterprise", "arbvux", "own", "arbvux", "other"],
  ["job.coaching", "arbvux", "own", "arbvux", "other"],
  ["job.traineeship", "arbvux", "own", "arbvux", "other"],
  ["job.employer-contacts", "arbvux", "own", "arbvux", "other"],
  ["job.subsidised", "arbvux", "own", "arbvux", "other"],
];

const governedBy: Readonly<Record<string, readonly Side[]>> = {
  social: ["sf"],
  health: ["sf", "arbvux"],
  "health.substance-use": ["sf"],
  competence: ["arbvux"],
  "competence.adapted-support": ["arbvux", "sf"],
  job: ["arbvux"],
};

describe.each(goteborg.models.map((model) => [model.name, model] as const))("%s", (_name, model) => {
  it("the table of lanes names every sub-area", () => {
    expect(lanes.map(([subArea]) => subArea)).toEqual(subAreaCodes);
  });

  it.each(lanes)(
    "%s goes to %s in 12:4's %s lane, to %s in the basic decision's %s",
    (subArea, ...expected) => {
      const [under124By, lane124, underBasicBy, laneBasic] = expected;
      const area = subArea.split(".")[0] ?? "";

      for (const citation of [under124, under44]) {
        expect(placed({ subArea, citation, model })).toMatchObject({
          area,
          governedBy: governedBy[subArea] ?? governedBy[area],
          carriedOutBy: under124By,
          parallel: lane124 === "other",
        });
      }
      for (const citation of [under121, under111, under41]) {
        expect(placed({ subArea, citation, model })).toMatchObject({
          carriedOutBy: underBasicBy,
          parallel: laneBasic === "other",
        });
      }
    },
  );

  it.each<Administration>(["sf-centrum", "sf-hisingen", "sf-nordost", "sf-sydvast"])(
    "what SF carries out, %s takes itself",
    (administration) => {
      const decision = aBasicDecision({ administration });

      expect(place(anIntervention({ subArea: "social.networks" }), { decision, model }).provider).toBe(
        administration,
      );
    },
  );

  it.each([
    ["the only one who offers it", "job.subsidised", undefined, "2026-11-09", "arbetsmarknadsanstallning"],
    ["the first of two", "competence.vocational", undefined, "2026-11-09", "kompetenscenter"],
    [
      "the one whose service is named",
      "competence.vocational",
      "ama-yrkesintro",
      "2026-11-09",
      "arbetsmarknadsanstallning",
    ],
    [
      "the first, when the service is not offered yet",
      "competence.vocational",
      "ama-yrkesintro",
      "2024-01-11",
      "kompetenscenter",
    ],
    [
      "the first, when the service is of another sub-area",
      "competence.general",
      "ama-yrkesintro",
      "2026-11-09",
      "kompetenscenter",
    ],
    [
      "the first, when there is no such service",
      "competence.vocational",
      "no-such",
      "2026-11-09",
      "kompetenscenter",
    ],
    ["none, before any provider offers it", "competence.vocational", undefined, "2022-06-30", undefined],
  ] as const)("Arbvux's provider is %s", (_who, subArea, service, from, provider) => {
    const intervention = anIntervention({ subArea, service, from });

    expect(place(intervention, { decision: aDecision(), model }).provider).toBe(provider);
  });
});

describe("continuity", () => {
  const model = goteborg.models[1] as Model;
  const follows = "sf-centrum.SFC-2025-001200.1";
  const vocational = anIntervention({ subArea: "competence.vocational", follows });
  const followed = (provider: string, samePerson = true) => ({
    followed: new Map([[follows, { provider, samePerson }]]),
  });
  const providerOf = (intervention: Intervention, background: Background, decision = aDecision()) =>
    place(intervention, { decision, model, background }).provider;

  it("places again with the provider of the assignment that is followed", () => {
    expect(providerOf(vocational, followed("arbetsmarknadsanstallning"))).toBe("arbetsmarknadsanstallning");
    expect(providerOf(vocational, followed("kompetenscenter"))).toBe("kompetenscenter");
  });

  it.each<[string, Intervention, Background]>([
    [
      "who does not offer the sub-area",
      { ...vocational, subArea: "job.traineeship" },
      followed("arbetsmarknadsanstallning"),
    ],
    ["of another person's", vocational, followed("arbetsmarknadsanstallning", false)],
    ["that is an SF", vocational, followed("sf-centrum")],
    ["that no model knows", vocational, followed("no-such")],
    ["of an assignment that was not found", vocational, { followed: new Map() }],
    ["that was not looked up", vocational, {}],
  ])("does not ask a provider %s: the first in the model takes it", (_which, intervention, background) => {
    expect(providerOf(intervention, background)).toBe("kompetenscenter");
  });

  it("does not ask a provider who has stopped offering the sub-area", () => {
    const providers = model.providers.map((provider) =>
      provider.code === "arbetsmarknadsanstallning" ? { ...provider, to: "2026-11-08" } : provider,
    );
    const background = followed("arbetsmarknadsanstallning");

    expect(
      place(vocational, { decision: aDecision(), model: { ...model, providers }, background }).provider,
    ).toBe("kompetenscenter");
  });

  it("goes by the service where one is named", () => {
    const introduction = { ...vocational, service: "ama-yrkesintro" };

    expect(providerOf(introduction, followed("kompetenscenter"))).toBe("arbetsmarknadsanstallning");
  });

  it("leaves what SF carries out with the SF that decides", () => {
    const networks = anIntervention({ subArea: "social.networks", follows });
    const background = followed("sf-nordost");

    expect(providerOf(networks, background, aBasicDecision())).toBe("sf-centrum");
  });

  const stands = (before: Intervention) =>
    standing(aDecision({ interventions: [before] }), {
      providers: new Map([[before.interventionId, "arbetsmarknadsanstallning"]]),
    });

  it("leaves what has been placed where it is, though the assignment it follows has moved since", () => {
    const background = { ...stands(vocational), ...followed("kompetenscenter") };

    expect(providerOf({ ...vocational, to: "2027-06-30" }, background)).toBe("arbetsmarknadsanstallning");
  });

  it.each<[string, Intervention]>([
    ["it follows something now", { ...vocational, interventionId: "1" }],
    [
      "another service is asked for",
      anIntervention({ subArea: "competence.vocational", service: "no-such" }),
    ],
    ["it is another intervention", anIntervention({ interventionId: "9", subArea: "competence.vocational" })],
  ])("places anew where %s", (_what, intervention) => {
    const before = anIntervention({ interventionId: "1", subArea: "competence.vocational" });

    expect(providerOf(intervention, { ...stands(before), ...followed("kompetenscenter") })).toBe(
      "kompetenscenter",
    );
  });

  it("places anew where another sub-area is asked for", () => {
    const before = anIntervention({ subArea: "job.subsidised" });

    expect(providerOf(anIntervention({ subArea: "competence.vocational" }), stands(before))).toBe(
      "kompetenscenter",
    );
  });
});

function placed(of: {
  readonly subArea: SubAreaCode;
  readonly citation: Citation;
  readonly model: Model;
}): Placement {
  const decision = aDecision({ citation: of.citation });
  return place(anIntervention({ subArea: of.subArea }), { decision, model: of.model });
}
