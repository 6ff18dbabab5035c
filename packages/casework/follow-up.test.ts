import { describe, expect, it } from "vitest";
import { aReport, followedUp, progressed, received, sentBy } from "../../test/support/a-case.ts";
import { aDecision, anIntervention, aWorkPlan } from "../../test/support/a-decision.ts";
import type { CaseRecord } from "./case-record.ts";
import { followUp } from "./follow-up.ts";

// One intervention through the whole of a short decision, so that nothing else falls due beside what is tested.
const short = aDecision({
  validTo: "2027-05-09",
  workPlan: aWorkPlan({ nextFollowUpOn: undefined, followUpEveryWeeks: undefined }),
  interventions: [anIntervention()],
});
const told = ({ history }: CaseRecord) =>
  history.flatMap((entry) => (entry.what === "follow-up-told" ? [`${entry.kind} → ${entry.level}`] : []));

/** Runs at every next check until `until`, as the schedule would. */
function runUntil(record: CaseRecord, until: string): CaseRecord {
  let current = record;
  while (current.dueAt !== undefined && current.dueAt <= until) current = followedUp(current, current.dueAt);
  return current;
}

describe("an assignment nobody acknowledges", () => {
  it("is handed over again the next working morning, with the same id", () => {
    const record = received(short);
    const again = followedUp(record, "2026-11-03T07:00:00Z");

    expect(sentBy(again)).toEqual(["assignments-kompetenscenter: assignment.requested"]);
    expect(again.outbox[0]?.event.data).toEqual(record.outbox[0]?.event.data);
    expect(again.outbox[0]?.event.id).not.toBe(record.outbox[0]?.event.id);
  });

  it("climbs: the provider, SF, the operative collaboration group, SoB, and stays there", () => {
    const record = runUntil(received(short), "2027-01-31T00:00:00Z");

    expect(told(record)).toEqual([
      "not-acknowledged → provider",
      "not-acknowledged → sf",
      "not-acknowledged → operative-group",
      "not-acknowledged → sob",
      "not-acknowledged → sob",
      "not-acknowledged → sob",
    ]);
  });

  it("is told of three working days after the last time, never on a weekend", () => {
    const first = followedUp(received(short), "2026-11-03T07:00:00Z");

    expect(first.dueAt).toBe("2026-11-06T07:00:00Z");
    expect(followedUp(first, "2026-11-06T07:00:00Z").dueAt).toBe("2026-11-11T07:00:00Z");
  });

  it("ends when it is acknowledged, and that is part of its history", () => {
    const record = progressed(followedUp(received(short), "2026-11-03T07:00:00Z"), aReport("received"));

    expect(record.followUps).toEqual([]);
    expect(record.history.at(-1)).toMatchObject({
      what: "follow-up-ended",
      kind: "not-acknowledged",
      by: "hemvist",
    });
  });
});

describe("each open status awaits one thing", () => {
  it.each<[string, Parameters<typeof progressed>, string, string]>([
    ["received, an answer", [received(short), aReport("received")], "2026-11-10T07:00:00Z", "not-answered"],
    ["accepted, a start", [received(short), aReport("accepted")], "2026-11-23T07:00:00Z", "not-started"],
    [
      "in progress, news",
      [received(short), aReport("accepted"), aReport("in-progress", { occurredAt: "2026-11-16T08:00:00Z" })],
      "2027-02-15T07:00:00Z",
      "no-news",
    ],
    [
      "on hold, to go on",
      [
        received(short),
        aReport("accepted"),
        aReport("in-progress"),
        aReport("on-hold", { occurredAt: "2026-11-20T08:00:00Z" }),
      ],
      "2026-12-21T07:00:00Z",
      "not-resumed",
    ],
  ])("%s", (_what, [record, ...reports], dueAt, kind) => {
    const waiting = progressed(record, ...reports);

    expect(waiting.dueAt).toBe(dueAt);
    expect(told(followedUp(waiting, dueAt))).toEqual([`${kind} → provider`]);
  });
});

describe("an intervention that nobody says anything of", () => {
  it("is asked after each quarter, and goes no further than SF", () => {
    const running = progressed(
      received({ ...short, validTo: "2027-11-08", interventions: [anIntervention({ to: "2027-11-08" })] }),
      aReport("accepted"),
      aReport("in-progress", { occurredAt: "2026-11-16T08:00:00Z" }),
    );
    const news = runUntil(running, "2027-09-01T00:00:00Z").history.flatMap((entry) =>
      entry.what === "follow-up-told" && entry.kind === "no-news"
        ? [`${entry.at.slice(0, 10)} ${entry.level}`]
        : [],
    );

    expect(news).toEqual(["2027-02-15 provider", "2027-02-18 sf", "2027-05-19 sf", "2027-08-17 sf"]);
  });
});

describe("the decision as a whole", () => {
  const quiet = (changes: Parameters<typeof aDecision>[0] = {}) =>
    progressed(
      received({ ...short, ...aDecisionChanges(changes) }),
      aReport("accepted"),
      aReport("in-progress", { occurredAt: "2026-11-16T08:00:00Z" }),
    );
  const aDecisionChanges = (changes: object) => changes as Partial<ReturnType<typeof aDecision>>;

  it("has its work plan reviewed, again and again, by SF", () => {
    const record = quiet({ workPlan: aWorkPlan({ nextFollowUpOn: "2026-12-07", followUpEveryWeeks: 4 }) });
    const after = runUntil(record, "2027-02-01T12:00:00Z");
    const reviews = after.history.flatMap((entry) =>
      entry.what === "follow-up-told" && entry.kind === "work-plan-review"
        ? [[entry.occurrence, entry.at]]
        : [],
    );

    expect(reviews).toEqual([
      ["2026-12-07", "2026-12-07T07:00:00Z"],
      ["2027-01-04", "2027-01-04T07:00:00Z"],
      ["2027-02-01", "2027-02-01T07:00:00Z"],
    ]);
  });

  it("has no review after the last of the series, however long the decision is looked at", () => {
    const record = quiet({ workPlan: aWorkPlan({ nextFollowUpOn: "2026-12-07", followUpEveryWeeks: 20 }) });
    const reviews = told(runUntil(record, "2027-12-31T00:00:00Z")).filter((line) =>
      line.startsWith("work-plan-review"),
    );

    expect(reviews).toHaveLength(2);
  });

  it("warns of a gap a fortnight before it opens", () => {
    const record = quiet({ interventions: [anIntervention({ to: "2027-01-29" })] });
    const warned = runUntil(record, "2027-01-18T12:00:00Z");

    expect(told(warned)).toEqual(["gap-ahead → sf"]);
    expect(sentBy(warned)).toEqual(["inbox-sf-centrum: follow-up.due"]);
    expect(warned.outbox[0]?.event.data).toMatchObject({ kind: "gap-ahead", dueOn: "2027-01-18" });
  });

  it("tells SF a month before its last day", () => {
    expect(told(runUntil(quiet(), "2027-04-09T12:00:00Z"))).toContain("decision-ending → sf");
  });

  it("tells SF of the three years, near and passed", () => {
    const long = {
      validTo: "2029-12-31",
      interventions: [anIntervention({ to: "2029-12-31" })],
      assessment: { ...short.assessment, expectedInWorkOrStudiesBy: "2029-10-01" },
    };
    const record = runUntil(quiet(long), "2029-11-30T12:00:00Z");

    expect(told(record).filter((line) => line.startsWith("horizon"))).toEqual([
      "horizon-near → sf",
      "horizon-passed → sf",
    ]);
  });
});

describe("a run", () => {
  const record = received(short);

  it.each([
    ["before anything is due", "2026-11-02T15:00:00Z"],
    ["at night", "2026-11-04T02:00:00Z"],
    ["on a holiday", "2026-11-07T10:00:00Z"],
  ])("%s does nothing", (_when, at) => {
    expect(followUp(record, at)).toBeUndefined();
  });

  it("that comes twice does everything once", () => {
    expect(followUp(followedUp(record, "2026-11-03T07:00:00Z"), "2026-11-03T07:00:00Z")).toBeUndefined();
  });

  it("that comes a month late takes one step, not all that were missed", () => {
    expect(told(followedUp(record, "2026-12-03T09:00:00Z"))).toEqual(["not-acknowledged → provider"]);
  });

  it("sets the next check anew where what was due is not any more", () => {
    const stale = { ...record, dueAt: "2026-11-02T07:00:00Z" };
    const next = followUp(stale, "2026-11-02T09:30:00Z");

    expect(next).toMatchObject({ version: 2, dueAt: "2026-11-03T07:00:00Z", outbox: [] });
    expect(next?.history).toEqual(record.history);
  });
});
