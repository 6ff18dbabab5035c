import { describe, expect, it } from "vitest";
import {
  aReport,
  followedUp,
  followedUpUntil,
  progressed,
  proposed,
  received,
  sentBy,
} from "../../test/support/a-case.ts";
import { aBasicDecision, aDecision, anIntervention, aWorkPlan } from "../../test/support/a-decision.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import type { CaseRecord } from "./case-record.ts";
import { followUp } from "./follow-up.ts";
import type { Progress } from "./report-progress.ts";

// One intervention through the whole of a short decision, so that nothing else falls due beside what is tested.
const short = aDecision({
  validTo: "2027-05-09",
  workPlan: aWorkPlan({ nextFollowUpOn: undefined, followUpEveryWeeks: undefined }),
  interventions: [anIntervention()],
});
const told = ({ history }: CaseRecord) =>
  history.flatMap((entry) => (entry.what === "follow-up-told" ? [`${entry.kind} → ${entry.level}`] : []));

describe("an assignment without an acknowledgement", () => {
  it("is handed over again the next working morning, with the same id", () => {
    const record = received(short);
    const again = followedUp(record, "2026-11-03T07:00:00Z");

    expect(sentBy(again)).toEqual(["assignments-kompetenscenter: assignment.requested"]);
    expect(again.outbox[0]?.event.data).toEqual(record.outbox[0]?.event.data);
    expect(again.outbox[0]?.event.id).not.toBe(record.outbox[0]?.event.id);
  });

  it("climbs: the provider, SF, the operative collaboration group, SoB, and stays there", () => {
    const record = followedUpUntil(received(short), "2027-01-31T00:00:00Z");

    expect(told(record)).toEqual([
      "not-acknowledged → provider",
      "not-acknowledged → sf",
      "not-acknowledged → operative-group",
      "not-acknowledged → sob",
      "not-acknowledged → sob",
      "not-acknowledged → sob",
    ]);
  });

  it("comes three working days after the last time, never on a weekend", () => {
    const first = followedUp(received(short), "2026-11-03T07:00:00Z");

    expect(first.dueAt).toBe("2026-11-06T07:00:00Z");
    expect(followedUp(first, "2026-11-06T07:00:00Z").dueAt).toBe("2026-11-11T07:00:00Z");
  });

  it("is handed over no more after its last day: SF gets one notice that it was never carried out", () => {
    const record = followedUpUntil(received(short), "2031-12-31T00:00:00Z");
    const handings = record.history.filter(
      (entry) => entry.what === "follow-up-told" && entry.at > "2027-05-09",
    );

    expect(handings).toMatchObject([
      { kind: "never-carried-out", occurrence: "2027-05-10", level: "sf", at: "2027-05-10T06:00:00Z" },
    ]);
    expect(sentBy(record)).toEqual(["inbox-sf-centrum: follow-up.due"]);
    expect(record.dueAt).toBeUndefined();
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

describe("a notice", () => {
  const id = "sf-centrum.SFC-2026-004711.1";
  const dataOf = ({ outbox }: CaseRecord) => outbox.map(({ queue, event }) => [queue, event.data]);
  const notice = {
    administration: "sf-centrum",
    decisionId: "SFC-2026-004711",
    kind: "not-acknowledged",
    assignmentId: id,
    dueOn: "2026-11-03",
  };

  it("to the provider says what it has not done yet", () => {
    const record = followedUp(progressed(received(short), aReport("received")), "2026-11-10T07:00:00Z");

    expect(sentBy(record)).toEqual(["assignments-kompetenscenter: assignment.reminder"]);
    expect(record.outbox[0]?.event).toMatchObject({
      subject: id,
      causationid: "follow-up 2026-11-10T07:00:00Z",
    });
    expect(dataOf(record)).toEqual([
      [
        "assignments-kompetenscenter",
        {
          assignmentId: id,
          administration: "sf-centrum",
          decisionId: "SFC-2026-004711",
          about: "not-answered",
          status: "received",
          dueOn: "2026-11-10",
        },
      ],
    ]);
  });

  it("to SF goes to Arbvux as well, of what Arbvux carries out, and the assignment goes out again", () => {
    const record = followedUp(followedUp(received(short), "2026-11-03T07:00:00Z"), "2026-11-06T07:00:00Z");

    expect(sentBy(record)[0]).toBe("assignments-kompetenscenter: assignment.requested");
    expect(dataOf(record).slice(1)).toEqual([
      ["inbox-sf-centrum", { ...notice, version: 3, previousVersion: 1, level: "sf" }],
      ["inbox-arbvux", { ...notice, version: 3, level: "sf" }],
    ]);
    expect(record.outbox[1]?.event).toMatchObject({
      subject: id,
      type: "se.goteborg.hemvist.follow-up.due.v1",
    });
  });

  it("of what SF itself carries out goes to SF alone", () => {
    const basic = aBasicDecision({
      validTo: undefined,
      interventions: [anIntervention({ subArea: "social.networks", from: "2026-09-07" })],
    });
    const record = followedUpUntil(received(basic, { at: "2026-09-01T09:00:00Z" }), "2026-09-07T08:00:00Z");

    expect(told(record)).toEqual(["not-acknowledged → provider", "not-acknowledged → sf"]);
    expect(sentBy(record)).toEqual([
      "assignments-sf-centrum: assignment.requested",
      "inbox-sf-centrum: follow-up.due",
    ]);
  });

  it("of the decision as a whole names the decision, and no assignment", () => {
    const record = followedUpUntil(
      progressed(
        received(short),
        aReport("accepted"),
        aReport("in-progress", { occurredAt: "2027-03-16T08:00:00Z" }),
      ),
      "2027-04-09T12:00:00Z",
    );

    expect(record.outbox.map(({ event }) => event.subject)).toEqual(["sf-centrum.SFC-2026-004711"]);
    expect(dataOf(record)).toEqual([
      [
        "inbox-sf-centrum",
        {
          administration: "sf-centrum",
          decisionId: "SFC-2026-004711",
          version: record.version,
          previousVersion: record.version - 1,
          kind: "decision-ending",
          dueOn: "2027-04-09",
          level: "sf",
        },
      ],
    ]);
  });

  it("of a proposal names it and its assignment", () => {
    const asked = proposed(progressed(received(short), aReport("accepted"), aReport("in-progress")));
    const record = followedUp(asked, "2026-11-17T07:00:00Z");

    const asksFor = { kind: "proposal-unanswered", assignmentId: id, proposalId: "prop-1" };

    expect(record.outbox.map(({ event }) => event.subject)).toEqual([id, id]);
    expect(dataOf(record)).toMatchObject([
      ["inbox-sf-centrum", asksFor],
      ["inbox-arbvux", asksFor],
    ]);
  });

  it("is kept, one entry for each thing awaited, with the step that was reached", () => {
    const first = followedUp(received(), "2026-11-03T07:00:00Z");
    const second = followedUp(first, "2026-11-06T07:00:00Z");
    const entries = (step: number, toldAt: string) =>
      ["1", "2"].map((intervention) => ({
        kind: "not-acknowledged",
        about: `sf-centrum.SFC-2026-004711.${intervention}`,
        occurrence: "2026-11-03",
        step,
        toldAt,
      }));

    expect(first.followUps).toEqual(entries(0, "2026-11-03T07:00:00Z"));
    expect(second.followUps).toEqual(entries(1, "2026-11-06T07:00:00Z"));
  });

  it("of an assignment that was added later leaves the notices of the first ones as they were", () => {
    const added = [
      ...aDecision().interventions,
      anIntervention({ interventionId: "3", subArea: "job.coaching" }),
    ];
    const reminded = followedUp(received(), "2026-11-03T07:00:00Z");
    const record = received(aDecision({ revision: 2, interventions: added }), {
      after: reminded,
      at: "2026-11-04T09:00:00Z",
    });

    expect(followedUp(record, "2026-11-05T07:00:00Z").followUps).toMatchObject([
      ...reminded.followUps,
      { kind: "not-acknowledged", about: "sf-centrum.SFC-2026-004711.3", step: 0 },
    ]);
  });

  it("of one assignment does not name another, for which something was proposed", () => {
    const accepted = progressed(received(), aReport("accepted"));
    const record = followedUpUntil(proposed(accepted), "2026-11-10T12:00:00Z");

    expect(new Set(record.outbox.map(({ event }) => event.subject))).toEqual(
      new Set(["sf-centrum.SFC-2026-004711.2"]),
    );
  });

  it("comes from hemvist, and history says so", () => {
    expect(followedUp(received(short), "2026-11-03T07:00:00Z").history.at(-1)).toEqual({
      what: "follow-up-told",
      kind: "not-acknowledged",
      about: id,
      occurrence: "2026-11-03",
      level: "provider",
      provider: "kompetenscenter",
      version: 2,
      at: "2026-11-03T07:00:00Z",
      by: "hemvist",
    });
  });

  it("leaves the notices of something else as they were", () => {
    const waiting = followedUp(received(), "2026-11-03T07:00:00Z");
    const half = progressed(waiting, aReport("received", { occurredAt: "2026-11-03T09:00:00Z" }));
    const later = followedUp(half, "2026-11-10T07:00:00Z");

    expect(half.followUps.map(({ about, step }) => [about, step])).toEqual([
      ["sf-centrum.SFC-2026-004711.2", 0],
    ]);
    expect(later.followUps.map(({ kind, about, step }) => [kind, about, step])).toEqual([
      ["not-answered", "sf-centrum.SFC-2026-004711.1", 0],
      ["not-acknowledged", "sf-centrum.SFC-2026-004711.2", 1],
    ]);
  });
});

describe("each open status awaits one thing", () => {
  it.each<[string, readonly Progress[], string, string]>([
    ["received, an answer", [aReport("received")], "2026-11-10T07:00:00Z", "not-answered"],
    ["accepted, a start", [aReport("accepted")], "2026-11-23T07:00:00Z", "not-started"],
    [
      "in progress, news",
      [aReport("accepted"), aReport("in-progress", { occurredAt: "2026-11-16T08:00:00Z" })],
      "2027-02-15T07:00:00Z",
      "no-news",
    ],
    [
      "on hold, to go on",
      [
        aReport("accepted"),
        aReport("in-progress"),
        aReport("on-hold", { occurredAt: "2026-11-20T08:00:00Z" }),
      ],
      "2026-12-21T07:00:00Z",
      "not-resumed",
    ],
  ])("%s", (_what, reports, dueAt, kind) => {
    const waiting = progressed(received(short), ...reports);

    expect(waiting.dueAt).toBe(dueAt);
    expect(told(followedUp(waiting, dueAt))).toEqual([`${kind} → provider`]);
  });
});

describe("an intervention without a report", () => {
  it("is asked after each quarter, and goes no further than SF", () => {
    const running = progressed(
      received({ ...short, validTo: "2027-11-08", interventions: [anIntervention({ to: "2027-11-08" })] }),
      aReport("accepted"),
      aReport("in-progress", { occurredAt: "2026-11-16T08:00:00Z" }),
    );
    const news = followedUpUntil(running, "2027-09-01T00:00:00Z").history.flatMap((entry) =>
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
    const after = followedUpUntil(record, "2027-02-01T12:00:00Z");
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
    const reviews = told(followedUpUntil(record, "2027-12-31T00:00:00Z")).filter((line) =>
      line.startsWith("work-plan-review"),
    );

    expect(reviews).toHaveLength(2);
  });

  it("warns of a gap a fortnight before it opens", () => {
    const record = quiet({ interventions: [anIntervention({ to: "2027-01-29" })] });
    const warned = followedUpUntil(record, "2027-01-18T12:00:00Z");

    expect(told(warned)).toEqual(["gap-ahead → sf"]);
    expect(sentBy(warned)).toEqual(["inbox-sf-centrum: follow-up.due"]);
    expect(warned.outbox[0]?.event.data).toMatchObject({ kind: "gap-ahead", dueOn: "2027-01-18" });
  });

  it("goes to SF a month before its last day", () => {
    expect(told(followedUpUntil(quiet(), "2027-04-09T12:00:00Z"))).toContain("decision-ending → sf");
  });

  it("goes to SF about the three years, near and passed", () => {
    const long = {
      validTo: "2029-12-31",
      interventions: [anIntervention({ to: "2029-12-31" })],
      assessment: { ...short.assessment, expectedInWorkOrStudiesBy: "2029-10-01" },
    };
    const record = followedUpUntil(quiet(long), "2029-11-30T12:00:00Z");

    expect(told(record).filter((line) => line.startsWith("horizon"))).toEqual([
      "horizon-near → sf",
      "horizon-passed → sf",
    ]);
  });
});

describe("a run", () => {
  it.each([
    ["before anything is due", "2026-11-02T15:00:00Z"],
    ["at night", "2026-11-04T02:00:00Z"],
    ["on a holiday", "2026-11-07T10:00:00Z"],
  ])("%s does nothing", (_when, at) => {
    expect(followUp(received(short), { at: at, municipality: goteborg })).toBeUndefined();
  });

  it("that comes twice does everything once", () => {
    const told = followedUp(received(short), "2026-11-03T07:00:00Z");

    expect(followUp(told, { at: "2026-11-03T07:00:00Z", municipality: goteborg })).toBeUndefined();
  });

  it("says nothing more of what all have heard, while something else is awaited", () => {
    const running = progressed(
      received(short),
      aReport("accepted"),
      aReport("in-progress", { occurredAt: "2027-03-16T08:00:00Z" }),
    );
    const ending = followedUpUntil(running, "2027-04-09T12:00:00Z");

    expect(told(ending)).toEqual(["decision-ending → sf"]);
    expect(followUp(ending, { at: "2027-04-12T09:00:00Z", municipality: goteborg })).toBeUndefined();
  });

  it("does nothing to a decision that was revoked before anything in it began", () => {
    const revocation = { on: "2026-11-03", reason: "person-moved" } as const;
    const revoked = received({ ...short, revision: 2, revocation }, { after: received(short) });

    expect(followUp(revoked, { at: "2026-11-04T09:00:00Z", municipality: goteborg })).toBeUndefined();
  });

  it("that comes a month late takes one step, not all that were missed", () => {
    expect(told(followedUp(received(short), "2026-12-03T09:00:00Z"))).toEqual([
      "not-acknowledged → provider",
    ]);
  });

  it("sets the next check anew where what was due is not any more", () => {
    const record = received(short);
    const stale = { ...record, dueAt: "2026-11-02T09:30:00Z" };
    const next = followUp(stale, { at: "2026-11-02T09:30:00Z", municipality: goteborg });

    expect(next).toMatchObject({ version: 2, dueAt: "2026-11-03T07:00:00Z", outbox: [] });
    expect(next?.history).toEqual(record.history);
  });
});
