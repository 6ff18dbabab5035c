import { describe, expect, it } from "vitest";
import { received } from "../../test/support/a-case.ts";
import { aDecision } from "../../test/support/a-decision.ts";
import type { CaseRecord, FollowUp } from "./case-record.ts";
import type { Watch } from "./watch.ts";
import { nextCheck, turnOf, watchesOf } from "./watches.ts";

const watch: Watch = {
  kind: "not-answered",
  about: "a",
  occurrence: "2026-11-10",
  ladder: ["provider", "sf", "sob"],
  again: { count: 20, unit: "working-days" },
};
const told = (step: number, changes: Partial<FollowUp> = {}): FollowUp => ({
  kind: "not-answered",
  about: "a",
  occurrence: "2026-11-10",
  step,
  toldAt: "2026-11-10T07:00:00Z",
  ...changes,
});
const turn = (followUps: readonly FollowUp[], changes: Partial<Watch> = {}) =>
  turnOf({ ...watch, ...changes }, { ...received(), followUps });

describe("the next turn of what is awaited", () => {
  it("is the morning of the day, at the foot of the ladder", () => {
    expect(turn([])).toEqual({ on: "2026-11-10", step: 0 });
  });

  it("is the next step, three working days after the last was told", () => {
    expect(turn([told(0)])).toEqual({ on: "2026-11-13", step: 1 });
    expect(turn([told(1)])).toEqual({ on: "2026-11-13", step: 2 });
  });

  it("is at the top again, after twenty", () => {
    expect(turn([told(2)])).toEqual({ on: "2026-12-08", step: 2 });
  });

  it("is none at the top of a ladder on which each is told once", () => {
    const { again: _again, ...once } = watch;

    expect(turnOf(once, { ...received(), followUps: [told(2)] })).toBeUndefined();
    expect(turnOf(once, { ...received(), followUps: [told(1)] })).toEqual({
      on: "2026-11-13",
      step: 2,
    });
  });

  it.each<[string, Partial<FollowUp>]>([
    ["another kind", { kind: "not-started" }],
    ["another assignment", { about: "b" }],
    ["another day", { occurrence: "2026-11-03" }],
  ])("begins at the foot when what was told is of %s", (_what, changes) => {
    expect(turn([told(1, changes)])).toEqual({ on: "2026-11-10", step: 0 });
  });
});

describe("when a decision must next be looked at", () => {
  const check = (record: CaseRecord, now: string) => nextCheck(record, { watches: watchesOf(record), now });

  it("is the first of all that is awaited", () => {
    expect(check(received(), "2026-11-02T09:00:00Z")).toBe("2026-11-03T07:00:00Z");
  });

  it("is now, where that has passed, and the next office hour where people are not at work", () => {
    expect(check(received(), "2026-11-04T09:00:00Z")).toBe("2026-11-04T09:00:00Z");
    expect(check(received(), "2026-11-04T20:00:00Z")).toBe("2026-11-05T07:00:00Z");
  });

  it("is never where nothing is awaited", () => {
    const returned = received(aDecision({ employmentServiceConsultation: undefined }));

    expect(watchesOf(returned)).toEqual([]);
    expect(check(returned, "2026-11-04T09:00:00Z")).toBeUndefined();
  });
});

describe("what is awaited of a decision", () => {
  it("is one thing of each assignment, and what concerns it as a whole", () => {
    expect(watchesOf(received()).map(({ kind, about }) => `${kind} ${about}`)).toEqual([
      "not-acknowledged sf-centrum.SFC-2026-004711.1",
      "not-acknowledged sf-centrum.SFC-2026-004711.2",
      "gap-ahead sf-centrum.SFC-2026-004711.1",
      "work-plan-review decision",
      "decision-ending decision",
    ]);
  });

  it("is nothing once it is revoked", () => {
    const revocation = { on: "2026-11-20", reason: "person-moved" } as const;

    expect(watchesOf(received(aDecision({ revision: 2, revocation }), { after: received() }))).toEqual([]);
  });
});
