import { describe, expect, it } from "vitest";
import {
  acts,
  areaCodes,
  intervalOrigins,
  intervalUnits,
  legalBases,
  outcomes,
  partyRoles,
  revocationReasons,
  severities,
  sides,
  unemployments,
  workAbilities,
  workPlanGoals,
} from "../index.ts";

// The words of the wire and of the store: a partner's system knows each of them.
describe("the words that stand in messages and in records", () => {
  it("are these for a decision", () => {
    expect(legalBases.join(" ")).toBe("sol-12-4 sol-12-1 sol-11-1");
    expect(acts.join(", ")).toBe("SFS 2001:453, SFS 2025:400");
    expect(areaCodes.join(" ")).toBe("social health competence job");
    expect(unemployments.join(" ")).toBe("full-time part-time none");
    expect(workAbilities.join(" ")).toBe("established unclear");
    expect(workPlanGoals.join(" ")).toBe("work studies");
    expect(revocationReasons.join(" ")).toBe(
      "no-longer-needed decided-wrongly person-withdrew person-moved person-died replaced",
    );
  });

  it("are these for what is said of it", () => {
    expect(outcomes.join(" ")).toBe("assigned returned");
    expect(severities.join(" ")).toBe("must should");
    expect(sides.join(" ")).toBe("sf arbvux");
  });

  it("are these for a model", () => {
    expect(partyRoles.join(" ")).toBe("decides carries-out consulted forum");
    expect(intervalUnits.join(" ")).toBe("working-days days months years");
    expect(intervalOrigins.join(" ")).toBe("ours law model");
  });
});
