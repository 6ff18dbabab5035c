import { type Decision, type LegalBasis, type Model, modelNamed } from "@hemvist/rules";
import { describe, expect, it } from "vitest";
import { received } from "../../test/support/a-case.ts";
import { aDecision, aWorkPlan } from "../../test/support/a-decision.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import type { FollowUp, Revision } from "./case-record.ts";
import { decisionWatches } from "./decision-watches.ts";

function watched() {
  const record = received();
  return {
    record,
    standing: record.standing as Revision,
    model: modelNamed(goteborg, "goteborg-2025-07") as Model,
    today: "2026-11-02",
  };
}

/** What is awaited of a decision that was made on 2 November 2026, as `kind day`. */
function awaited(
  changes: Parameters<typeof aDecision>[0],
  {
    told = [],
    legalBasis = "sol-12-4",
    today = "2026-11-02",
  }: { told?: readonly FollowUp[]; legalBasis?: LegalBasis; today?: string } = {},
): readonly string[] {
  const { record, standing, model } = watched();
  const decision: Decision = aDecision({ workPlan: undefined, validTo: undefined, ...changes });
  return decisionWatches({
    record: { ...record, followUps: told },
    standing: { ...standing, decision, judgement: { ...standing.judgement, legalBasis } },
    model,
    today,
  }).map(({ kind, occurrence }) => `${kind} ${occurrence}`);
}

const told = (occurrence: string, kind: FollowUp["kind"] = "work-plan-review"): readonly FollowUp[] => [
  { kind, about: "decision", occurrence, step: 0, toldAt: `${occurrence}T08:00:00Z` },
];

describe("a decision as a whole", () => {
  it("is SF's to follow up, in every part: only SF gets a notice, once for each", () => {
    const watches = decisionWatches(watched());

    expect(watches.map(({ kind }) => kind)).toEqual(["work-plan-review", "decision-ending"]);
    for (const watch of watches) {
      expect(watch).toMatchObject({ about: "decision", ladder: ["sf"] });
      expect(watch.again).toBeUndefined();
    }
  });

  it("without a last day and a work plan awaits nothing", () => {
    expect(awaited({})).toEqual([]);
  });
});

describe("the work plan's follow-up", () => {
  const workPlan = aWorkPlan({ nextFollowUpOn: "2026-12-07", followUpEveryWeeks: 4 });
  const once = aWorkPlan({ nextFollowUpOn: "2026-12-07", followUpEveryWeeks: undefined });

  it.each([
    ["is the day that the plan names", "2026-12-01", "2026-12-07"],
    ["comes again after its weeks", "2026-12-07", "2027-01-04"],
    ["comes on a day of its series, although its notice went out on another", "2026-12-08", "2027-01-04"],
    ["skips what lies before the last one told", "2027-01-04", "2027-02-01"],
  ])("%s", (_what, last, next) => {
    expect(awaited({ workPlan }, { told: told(last) })).toEqual([`work-plan-review ${next}`]);
  });

  it("that passed before the decision came gets one notice, as the newest", () => {
    const old = aWorkPlan({ nextFollowUpOn: "2016-01-04", followUpEveryWeeks: 1 });
    const at = (today: string, last?: string) =>
      awaited({ workPlan: old }, { today, told: last === undefined ? [] : told(last) });

    expect(at("2026-11-04")).toEqual(["work-plan-review 2026-11-02"]);
    expect(at("2026-11-04", "2026-11-02")).toEqual(["work-plan-review 2026-11-09"]);
    expect(at("2027-03-02", "2026-11-02")).toEqual(["work-plan-review 2027-03-01"]);
  });

  it("that passed, and is planned once, gets one notice", () => {
    const old = aWorkPlan({ nextFollowUpOn: "2016-01-04", followUpEveryWeeks: undefined });

    expect(awaited({ workPlan: old })).toEqual(["work-plan-review 2016-01-04"]);
    expect(awaited({ workPlan: old }, { told: told("2016-01-04") })).toEqual(["work-plan-review 2016-01-04"]);
  });

  it("is awaited of a revoked decision until the day that it ends", () => {
    const revocation = { on: "2026-12-07", reason: "person-moved" } as const;
    const earlier = { ...revocation, on: "2026-12-06" };
    const long = { workPlan, validTo: "2027-11-08" };

    expect(awaited({ ...long, revocation })).toEqual(["work-plan-review 2026-12-07"]);
    expect(awaited({ ...long, revocation: earlier })).toEqual([]);
  });

  it("is not moved by other notices", () => {
    expect(awaited({ workPlan }, { told: told("2027-01-04", "decision-ending") })).toEqual([
      "work-plan-review 2026-12-07",
    ]);
  });

  it("that is planned once is not begun anew after its notice", () => {
    expect(awaited({ workPlan: once }, { told: told("2026-12-07") })).toEqual([
      "work-plan-review 2026-12-07",
    ]);
  });

  it("that a revision has planned once, after one with a notice, is still to come", () => {
    expect(awaited({ workPlan: once }, { told: told("2026-12-01") })).toEqual([
      "work-plan-review 2026-12-07",
    ]);
  });

  it("ends with the decision: its last day is still one", () => {
    const reviews = (validTo: string) =>
      awaited({ workPlan, validTo }, { told: told("2026-12-07"), legalBasis: "sol-12-1" })[0];

    expect(reviews("2027-01-04")).toBe("work-plan-review 2027-01-04");
    expect(reviews("2027-01-03")).toBe("work-plan-review 2026-12-07");
  });

  it("is none where it lies beyond the decision's last day from the start", () => {
    expect(awaited({ workPlan, validTo: "2026-12-06" }, { legalBasis: "sol-12-1" })).toEqual([
      "decision-ending 2026-11-09",
    ]);
  });
});

describe("a decision's last day", () => {
  it.each([
    ["gets a notice a month before", "2027-11-08", "2027-10-09"],
    ["of a shorter decision gets a notice on its first day", "2026-11-30", "2026-11-09"],
  ])("%s", (_what, validTo, day) => {
    expect(awaited({ validTo }, { legalBasis: "sol-12-1" })).toEqual([`decision-ending ${day}`]);
  });
});

describe("the three years of a 12:4 decision", () => {
  const horizon = (validTo: string, legalBasis: LegalBasis = "sol-12-4") =>
    awaited({ validTo }, { legalBasis }).filter((line) => line.startsWith("horizon"));

  it.each([
    ["get a notice three months before, and when they have passed", "2030-01-01", 2],
    ["have passed on the last day of a decision that ends the day after", "2029-11-03", 2],
    ["are only near for a decision whose last day is the last within them", "2029-11-02", 1],
    ["are near on the last day of a decision that ends then", "2029-08-02", 1],
    ["are not near for one that ends before", "2029-08-01", 0],
  ])("%s", (_what, validTo, count) => {
    expect(horizon(validTo)).toEqual(
      ["horizon-near 2029-08-02", "horizon-passed 2029-11-03"].slice(0, count),
    );
  });

  it("that were over when the decision came get one notice, as passed", () => {
    const told = awaited({ validTo: "2030-01-01" }, { today: "2029-11-05" });

    expect(told.filter((line) => line.startsWith("horizon"))).toEqual(["horizon-passed 2029-11-03"]);
  });

  it("are no basic decision's", () => {
    expect(horizon("2031-01-01", "sol-12-1")).toEqual([]);
    expect(horizon("2031-01-01", "sol-11-1")).toEqual([]);
  });
});
