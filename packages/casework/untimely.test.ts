import { describe, expect, it } from "vitest";
import { aProposal, aReport, monday, progressed, received } from "../../test/support/a-case.ts";
import { aBasicDecision, anIntervention } from "../../test/support/a-decision.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import type { CaseRecord } from "./case-record.ts";
import { propose, settle } from "./propose.ts";
import { type Progress, reportProgress } from "./report-progress.ts";

const receivedAt = "2026-12-01T08:00:00Z";
const cause = { municipality: goteborg, at: receivedAt, causationId: "p" };
const report = (record: CaseRecord, progress: Progress) => {
  const reported = reportProgress(record, progress, { cause });
  return reported.kind === "refused" ? reported.refusal : reported.kind;
};
const tooEarly = { why: "before-the-decision", decidedOn: "2026-11-02" };
const tooLate = { why: "in-the-future", receivedAt };
const instants: readonly (readonly [string, string, unknown])[] = [
  ["five minutes after it was received", "2026-12-01T08:05:00Z", "recorded"],
  ["a second later than that", "2026-12-01T08:05:01Z", tooLate],
  ["a hundred years ahead", "2126-12-01T08:00:00Z", tooLate],
  ["a second before the assignment was requested", "2026-11-02T08:59:59Z", "recorded"],
  ["as the day of the decision begins in Stockholm", "2026-11-01T23:00:00Z", "recorded"],
  ["a second before that", "2026-11-01T22:59:59Z", tooEarly],
];

describe("what a provider reports", () => {
  it.each(instants)("as of %s", (_what, occurredAt, expected) => {
    expect(report(received(), aReport("received", { occurredAt }))).toEqual(expected);
  });

  it("may have happened long before hemvist received the decision", () => {
    const interventions = [anIntervention({ subArea: "social.networks", from: "2026-08-03" })];
    const validFrom = "2026-08-03";
    const late = received(
      aBasicDecision({ decidedOn: "2026-07-15", validFrom, interventions, validTo: undefined }),
    );
    const of = (status: Progress["status"], occurredAt: string) =>
      aReport(status, {
        assignmentId: "sf-centrum.SFC-2026-003002.1",
        occurredAt,
        ...(status === "accepted" ? { expectedStartOn: "2026-08-03" } : {}),
      });
    const [assignment] = progressed(
      late,
      of("received", monday),
      of("accepted", monday),
      of("in-progress", "2026-08-03T08:00:00Z"),
    ).assignments;

    expect(assignment).toMatchObject({ status: "in-progress", statusAt: "2026-08-03T08:00:00Z" });
  });

  it.each([
    ["earlier", "2026-11-15T08:00:00Z", { why: "before-the-last", lastOccurredAt: "2026-11-16T08:00:00Z" }],
    ["at once", "2026-11-16T08:00:00Z", "recorded"],
    ["later", "2026-11-16T08:00:01Z", "recorded"],
  ])(
    "of how it is carried out may not have happened before the last such report: %s",
    (_what, at, expected) => {
      const begun = progressed(
        received(),
        aReport("accepted"),
        aReport("in-progress", { occurredAt: "2026-11-16T08:00:00Z" }),
      );

      expect(report(begun, aReport("completed", { occurredAt: at }))).toEqual(expected);
      expect(report(begun, aReport("on-hold", { occurredAt: at }))).toEqual(expected);
      expect(report(begun, aReport("failed", { occurredAt: at }))).toEqual(expected);
    },
  );

  it("of one assignment is not held to what was reported of another", () => {
    const second = "sf-centrum.SFC-2026-004711.2";
    const begun = progressed(
      received(),
      aReport("accepted"),
      aReport("in-progress", { occurredAt: "2026-11-16T08:00:00Z" }),
      aReport("accepted", { assignmentId: second, progressId: "second" }),
    );
    const started = aReport("in-progress", {
      assignmentId: second,
      progressId: "p-second",
      occurredAt: "2026-11-10T08:00:00Z",
    });

    expect(report(begun, started)).toBe("recorded");
  });

  it("first of how it is carried out may have happened before it was accepted", () => {
    const accepted = progressed(received(), aReport("accepted", { occurredAt: "2026-11-20T08:00:00Z" }));

    expect(report(accepted, aReport("in-progress", { occurredAt: "2026-11-16T08:00:00Z" }))).toBe("recorded");
  });

  it.each([
    ["the day before it begins", "2026-11-08", false],
    ["its first day", "2026-11-09", true],
    ["its last day", "2027-05-09", true],
    ["the day after its end", "2027-05-10", false],
    ["another century", "2062-11-09", false],
  ])("is expected to start within the assignment: on %s", (_what, expectedStartOn, isTaken) => {
    expect(report(received(), aReport("accepted", { expectedStartOn }))).toEqual(
      isTaken ? "recorded" : { why: "outside-the-assignment", from: "2026-11-09", to: "2027-05-09" },
    );
  });

  it("is a word that all goes on where it says in-progress again", () => {
    const begun = progressed(received(), aReport("accepted"), aReport("in-progress"));
    const record = progressed(
      begun,
      aReport("in-progress", { progressId: "again", occurredAt: "2027-01-12T08:00:00Z" }),
    );

    expect(record.assignments[0]).toMatchObject({ status: "in-progress", statusAt: "2026-11-03T08:12:00Z" });
    expect(record.outbox[0]?.event.data).toMatchObject({
      previousStatus: "in-progress",
      status: "in-progress",
      occurredAt: "2027-01-12T08:00:00Z",
    });
  });
});

describe("what is said of a proposal", () => {
  const asked = (madeAt: string) => propose(received(), aProposal({ madeAt }), { cause });

  it.each(instants)("that it was made %s", (_what, madeAt, expected) => {
    const proposed = asked(madeAt);

    expect(proposed.kind === "refused" ? proposed.refusal : proposed.kind).toEqual(expected);
  });

  it.each(instants)("that it was answered or taken back %s", (_what, at, expected) => {
    const { proposalId, assignmentId, madeAt } = aProposal();
    const proposed = asked(madeAt);
    if (proposed.kind !== "recorded") throw new Error(proposed.kind);

    for (const to of ["agreed", "declined", "withdrawn"] as const) {
      const settled = settle(proposed.record, { proposalId, assignmentId, to, at }, { cause });
      expect(settled.kind === "refused" ? settled.refusal : settled.kind).toEqual(expected);
    }
  });
});
