import { describe, expect, it } from "vitest";
import { aDecision, anIntervention } from "../../../test/support/a-decision.ts";
import { failures, standing } from "../../../test/support/a-facts.ts";
import type { Intervention } from "../engine/decision.ts";
import { endedStaysEnded } from "./ended-stays-ended.ts";

const ended = anIntervention({ interventionId: "1", contact: "Team Norr" });
const running = anIntervention({ interventionId: "2", subArea: "job.coaching" });
const background = standing(aDecision({ interventions: [ended, running] }), {
  endedInterventions: new Set(["1"]),
});
const holding = (...interventions: readonly Intervention[]) => aDecision({ revision: 2, interventions });

describe("ended-stays-ended", () => {
  it.each<[string, Partial<Intervention>]>([
    ["another sub-area", { subArea: "job.coaching" }],
    ["another first day", { from: "2026-11-10" }],
    ["another last day", { to: "2027-05-10" }],
    ["another service", { service: "kc-praktik" }],
    ["something that it follows", { follows: "sf-centrum.SFC-2025-001200.1" }],
    ["another contact", { contact: "Team Öst" }],
  ])("fails where what has ended is given %s", (_what, change) => {
    expect(failures(endedStaysEnded, holding({ ...ended, ...change }, running), { background })).toEqual([
      "/interventions/0",
    ]);
    expect(failures(endedStaysEnded, holding(running, { ...ended, ...change }), { background })).toEqual([
      "/interventions/1",
    ]);
  });

  it("fails where what has ended was left out, and comes back", () => {
    const leftOut = standing(aDecision({ interventions: [running] }), { endedInterventions: new Set(["1"]) });

    expect(failures(endedStaysEnded, holding(ended, running), { background: leftOut })).toEqual([
      "/interventions/0",
    ]);
  });

  it.each<[string, readonly Intervention[]]>([
    ["stays as it was", [ended, running]],
    ["is left out", [running]],
    ["has the day of its decision written out", [{ ...ended, decidedOn: "2026-11-02" }, running]],
    ["is followed by a new one", [ended, running, { ...ended, interventionId: "3", service: "kc-praktik" }]],
  ])("holds where what has ended %s", (_what, interventions) => {
    expect(failures(endedStaysEnded, holding(...interventions), { background })).toEqual([]);
  });

  it("asks nothing of what has not ended", () => {
    expect(
      failures(endedStaysEnded, holding(ended, { ...running, to: "2027-06-30" }), { background }),
    ).toEqual([]);
  });

  it("is not asked where nothing stands", () => {
    expect(failures(endedStaysEnded, aDecision())).toBe("does not apply");
  });
});
