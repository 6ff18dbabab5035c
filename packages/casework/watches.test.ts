import type { Decision } from "@hemvist/rules";
import { describe, expect, it } from "vitest";
import { followedUp, followedUpUntil, received } from "../../test/support/a-case.ts";
import { aDecision, anIntervention } from "../../test/support/a-decision.ts";
import { goteborg } from "../../test/support/goteborg.ts";
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
const toldAt = (step: number, changes: Partial<FollowUp> = {}): FollowUp => ({
  kind: "not-answered",
  about: "a",
  occurrence: "2026-11-10",
  step,
  toldAt: "2026-11-10T07:00:00Z",
  ...changes,
});
const turn = (followUps: readonly FollowUp[], changes: Partial<Watch> = {}) =>
  turnOf(
    { ...watch, ...changes },
    {
      record: { ...received(), followUps },
      municipality: goteborg,
    },
  );

describe("the next turn of what is awaited", () => {
  it("is the morning of the day, at the foot of the ladder", () => {
    expect(turn([])).toEqual({ on: "2026-11-10", step: 0 });
  });

  it("is the next step, three working days after the last notice", () => {
    expect(turn([toldAt(0)])).toEqual({ on: "2026-11-13", step: 1 });
    expect(turn([toldAt(1)])).toEqual({ on: "2026-11-13", step: 2 });
  });

  it("is at the top again, after twenty", () => {
    expect(turn([toldAt(2)])).toEqual({ on: "2026-12-08", step: 2 });
  });

  it("is none at the top of a ladder on which each level gets one notice", () => {
    const { again: _again, ...once } = watch;

    expect(
      turnOf(once, { record: { ...received(), followUps: [toldAt(2)] }, municipality: goteborg }),
    ).toBeUndefined();
    expect(
      turnOf(once, { record: { ...received(), followUps: [toldAt(1)] }, municipality: goteborg }),
    ).toEqual({
      on: "2026-11-13",
      step: 2,
    });
  });

  it.each<[string, Partial<FollowUp>]>([
    ["another kind", { kind: "not-started" }],
    ["another assignment", { about: "b" }],
    ["another day", { occurrence: "2026-11-03" }],
  ])("begins at the foot when the last notice was of %s", (_what, changes) => {
    expect(turn([toldAt(1, changes)])).toEqual({ on: "2026-11-10", step: 0 });
  });
});

/** One intervention, for the first fortnight of the decision. */
const short = aDecision({ interventions: [anIntervention({ to: "2026-11-22" })] });
/** Every notice in the history, as `kind level`. */
const told = ({ history }: CaseRecord) =>
  history.flatMap((entry) => (entry.what === "follow-up-told" ? [`${entry.kind} ${entry.level}`] : []));

describe("when a decision must next be looked at", () => {
  const check = (record: CaseRecord, now: string) =>
    nextCheck(record, {
      municipality: goteborg,
      watches: watchesOf(record, { today: now.slice(0, 10), municipality: goteborg }),
      now,
    });

  it("is the first of all that is awaited", () => {
    expect(check(received(), "2026-11-02T09:00:00Z")).toBe("2026-11-03T07:00:00Z");
  });

  it("is now, where that has passed, and the next office hour where people are not at work", () => {
    expect(check(received(), "2026-11-04T09:00:00Z")).toBe("2026-11-04T09:00:00Z");
    expect(check(received(), "2026-11-04T20:00:00Z")).toBe("2026-11-05T07:00:00Z");
  });

  it("is the day after its last, where its next turn is later", () => {
    const reminded = followedUpUntil(received(short), "2026-11-16T12:00:00Z");

    expect(told(reminded)).toContain("not-acknowledged sob");
    expect(reminded.dueAt).toBe("2026-11-23T07:00:00Z");
  });

  it("is never where nothing is awaited", () => {
    const { standing: _standing, ...nothing } = received();

    expect(watchesOf(nothing, { today: "2026-11-04", municipality: goteborg })).toEqual([]);
    expect(check(nothing, "2026-11-04T09:00:00Z")).toBeUndefined();
  });
});

describe("a decision that was returned", () => {
  const faulty = aDecision({ employmentServiceConsultation: undefined });
  const first = () => received(faulty);
  const reminders = (record: CaseRecord) =>
    told(followedUpUntil(record, "2027-01-31T00:00:00Z")).filter((line) => line.startsWith("correction"));

  it("waits for its correction: SF gets a notice after a working week, and again, though nothing stands", () => {
    expect(first().dueAt).toBe("2026-11-09T07:00:00Z");
    expect(reminders(first())).toEqual([
      "correction-expected sf",
      "correction-expected sf",
      "correction-expected sf",
    ]);
  });

  it.each<[string, Decision]>([
    ["corrected", aDecision()],
    ["revoked", { ...faulty, revocation: { on: "2026-11-09", reason: "decided-wrongly" } }],
  ])("waits no more once it is %s", (_what, answer) => {
    const answered = received(answer, { after: followedUp(first(), "2026-11-09T07:00:00Z") });

    expect(answered.standing).toBeDefined();
    expect(reminders(answered)).toEqual(["correction-expected sf"]);
  });

  it("waits for it likewise where an earlier revision stands", () => {
    const later = received({ ...faulty, revision: 2 }, { after: received(), at: "2026-11-04T09:00:00Z" });

    expect(watchesOf(later, { today: "2026-11-04", municipality: goteborg })).toContainEqual(
      expect.objectContaining({ kind: "correction-expected", occurrence: "2026-11-11", ladder: ["sf"] }),
    );
  });

  it("waits for it where no model was in force on its day", () => {
    const old = received(aDecision({ decidedOn: "2023-06-01" }));

    expect(old.returned?.judgement.model).toBeUndefined();
    expect(old.dueAt).toBe("2026-11-09T07:00:00Z");
  });
});

describe("what is awaited of a decision", () => {
  it("after its last day is only what its assignments and a returned revision wait for", () => {
    const kinds = watchesOf(received(), { today: "2027-11-09", municipality: goteborg }).map(
      ({ kind, about }) => `${kind} ${about}`,
    );

    expect(kinds).toEqual([
      "never-carried-out sf-centrum.SFC-2026-004711.1",
      "never-carried-out sf-centrum.SFC-2026-004711.2",
    ]);
  });

  it("is one thing of each assignment, and what concerns it as a whole", () => {
    expect(
      watchesOf(received(), { today: "2026-11-02", municipality: goteborg }).map(
        ({ kind, about }) => `${kind} ${about}`,
      ),
    ).toEqual([
      "not-acknowledged sf-centrum.SFC-2026-004711.1",
      "not-acknowledged sf-centrum.SFC-2026-004711.2",
      "gap-ahead sf-centrum.SFC-2026-004711.1",
      "work-plan-review decision",
      "decision-ending decision",
    ]);
  });

  it("is nothing once it is revoked and the day of that is over", () => {
    const revocation = { on: "2026-11-20", reason: "person-moved" } as const;
    const revoked = received(aDecision({ revision: 2, revocation }), { after: received() });
    const over = followedUp(revoked, "2026-11-23T07:00:00Z");

    expect(watchesOf(over, { today: "2026-11-23", municipality: goteborg })).toEqual([]);
    expect(over.dueAt).toBeUndefined();
  });
});
