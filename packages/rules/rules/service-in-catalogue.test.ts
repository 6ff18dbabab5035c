import { describe, expect, it } from "vitest";
import { aBasicDecision, aDecision, anIntervention } from "../../../test/support/a-decision.ts";
import { factsOf, failures } from "../../../test/support/a-facts.ts";
import type { SubAreaCode } from "../engine/decision.ts";
import { serviceInCatalogue } from "./service-in-catalogue.ts";

const pointer = "/interventions/0/service";
const asking = (service: string | undefined, subArea: SubAreaCode, from: string) => ({
  interventions: [anIntervention({ service, subArea, from })],
});

describe("service-in-catalogue", () => {
  it.each<[string, string, SubAreaCode, string, readonly string[]]>([
    ["of the sub-area", "kc-praktik", "job.traineeship", "2026-11-09", []],
    ["of another sub-area", "kc-praktik", "job.coaching", "2026-11-09", [pointer]],
    ["that does not exist", "kc-no-such", "job.traineeship", "2026-11-09", [pointer]],
    ["on its last day", "kc-datakurs", "competence.general", "2026-06-30", []],
    ["the day after", "kc-datakurs", "competence.general", "2026-07-01", [pointer]],
    ["on its first day", "kc-praktik", "job.traineeship", "2024-01-12", []],
    ["the day before", "kc-praktik", "job.traineeship", "2024-01-11", [pointer]],
  ])("under 12:4, a service %s", (_what, service, subArea, from, expected) => {
    expect(failures(serviceInCatalogue, aDecision(asking(service, subArea, from)))).toEqual(expected);
  });

  it("fails for Arbvux's service where SF carries out", () => {
    const decision = aBasicDecision(asking("kc-friskvard", "health.diet-exercise", "2026-11-09"));

    expect(failures(serviceInCatalogue, decision)).toEqual([pointer]);
  });

  it("is not asked where no service is", () => {
    expect(failures(serviceInCatalogue, aBasicDecision())).toBe("does not apply");
  });

  it("points at each one that fails", () => {
    const wrong = anIntervention({ service: "kc-friskvard" });
    const decision = aDecision({ interventions: [anIntervention(), wrong, wrong] });

    expect(failures(serviceInCatalogue, decision)).toEqual([
      "/interventions/1/service",
      "/interventions/2/service",
    ]);
  });

  it("never repeats what the sender wrote", () => {
    const decision = aDecision(asking("18900118-9803", "job.traineeship", "2026-11-09"));
    const breaches = serviceInCatalogue.breaches(factsOf(decision));

    expect(breaches).toHaveLength(1);
    expect(JSON.stringify(breaches)).not.toContain("9803");
  });
});
