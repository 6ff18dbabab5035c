import { describe, expect, it } from "vitest";
import { aReport, followedUpUntil, heardAt, progressed, received } from "../../test/support/a-case.ts";
import { aBasicDecision, aDecision } from "../../test/support/a-decision.ts";
import type { Assignment } from "./assignment.ts";
import type { CaseRecord } from "./case-record.ts";
import { notCarriedOutSince } from "./delay-watches.ts";

const id = "sf-centrum.SFC-2026-003002.1";
const september = "2026-09-01T09:00:00Z";
const basic = aBasicDecision({
  interventions: [
    { interventionId: "1", subArea: "social.everyday-life", from: "2026-09-07", to: "2027-09-06" },
  ],
});
const added = {
  interventionId: "2",
  subArea: "social.networks",
  from: "2027-03-01",
  to: "2027-08-31",
} as const;
const report = (status: Parameters<typeof aReport>[0], day: string) =>
  aReport(status, { assignmentId: id, progressId: `${status} ${day}`, occurredAt: `${day}T09:00:00Z` });

/** The notices of the law's clock, with a look each morning that something is due. */
function delays(record: CaseRecord, until: string): readonly string[] {
  return followedUpUntil(record, until).history.flatMap((entry) =>
    entry.what === "follow-up-told" && entry.kind.startsWith("delay")
      ? [`${entry.kind} ${entry.occurrence} ${entry.level}`]
      : [],
  );
}

describe("a basic decision that is not carried out", () => {
  it("goes to SF after two months, in time to act, and when the three are over", () => {
    expect(delays(received(basic, { at: september }), "2026-12-31T00:00:00Z")).toEqual([
      "delay-near 2026-11-01 sf",
      "delay-passed 2026-12-02 sf",
    ]);
  });

  it("is carried out from the day that the intervention begins", () => {
    const begun = progressed(
      received(basic, { at: september }),
      report("accepted", "2026-09-08"),
      report("in-progress", "2026-09-14"),
    );

    expect(delays(begun, "2027-01-31T00:00:00Z")).toEqual([]);
  });

  it("is counted anew from the day it was interrupted", () => {
    const held = progressed(
      received(basic, { at: september }),
      report("accepted", "2026-09-08"),
      report("in-progress", "2026-09-14"),
      report("on-hold", "2026-10-05"),
    );

    expect(delays(held, "2027-01-31T00:00:00Z")).toEqual([
      "delay-near 2026-12-05 sf",
      "delay-passed 2027-01-06 sf",
    ]);
  });

  it("is still not carried out when the one asked has said no", () => {
    const rejected = progressed(received(basic, { at: september }), report("rejected", "2026-09-08"));

    expect(delays(rejected, "2026-12-31T00:00:00Z")).toHaveLength(2);
  });
});

describe("each intervention of a basic decision", () => {
  const begun = () =>
    progressed(
      received(basic, { at: september }),
      report("accepted", "2026-09-08"),
      report("in-progress", "2026-09-14"),
    );
  const revised = () =>
    received(
      { ...basic, revision: 2, interventions: [...basic.interventions, added] },
      { after: begun(), at: "2027-02-15T09:00:00Z" },
    );

  it("counts from its own day of decision, not from the decision's first", () => {
    expect(delays(revised(), "2027-06-30T00:00:00Z")).toEqual([
      "delay-near 2027-04-15 sf",
      "delay-passed 2027-05-16 sf",
    ]);
  });

  it("goes out once, as passed, where all three months had gone when the decision came", () => {
    const late = received(basic, { at: "2027-01-11T09:00:00Z" });

    expect(delays(late, "2027-02-28T00:00:00Z")).toEqual(["delay-passed 2026-12-02 sf"]);
  });

  it("stops once a start is reported, however late, or the need is no longer held", () => {
    const told = followedUpUntil(received(basic, { at: september }), "2026-12-02T12:00:00Z");
    const heard = heardAt(
      "2026-12-14T09:00:00Z",
      heardAt("2026-12-14T08:00:00Z", told, report("accepted", "2026-09-08")),
      report("in-progress", "2026-09-14"),
    );
    const rejected = progressed(received(basic, { at: september }), report("rejected", "2026-09-08"));
    const dropped = received(
      { ...basic, revision: 2, interventions: [{ ...added, from: "2026-09-14" }] },
      { after: rejected, at: "2026-09-10T09:00:00Z" },
    );

    expect(told.followUps.map(({ kind }) => kind)).toContain("delay-passed");
    expect(heard.followUps.map(({ kind }) => kind)).not.toContain("delay-passed");
    expect(delays(dropped, "2027-02-28T00:00:00Z")).toEqual([
      "delay-near 2026-11-10 sf",
      "delay-passed 2026-12-11 sf",
    ]);
  });
});

describe("the day since which it has not been carried out", () => {
  const accepted = () => progressed(received(basic, { at: september }), report("accepted", "2026-09-08"));
  const begun = () => progressed(accepted(), report("in-progress", "2026-09-14"));
  const since = (record: CaseRecord) => notCarriedOutSince(record.assignments[0] as Assignment, record);

  it.each<[string, () => CaseRecord, string | undefined]>([
    ["requested: the decision's", () => received(basic, { at: september }), "2026-09-01"],
    [
      "received: the decision's",
      () => progressed(received(basic, { at: september }), report("received", "2026-09-08")),
      "2026-09-01",
    ],
    ["accepted: the decision's", accepted, "2026-09-01"],
    ["under way: none", begun, undefined],
    [
      "failed before it began: the decision's",
      () => progressed(accepted(), report("failed", "2026-09-21")),
      "2026-09-01",
    ],
    [
      "failed after it began: that day",
      () => progressed(begun(), report("failed", "2026-10-05")),
      "2026-10-05",
    ],
    [
      "failed while it was interrupted: the day of the interruption",
      () => progressed(begun(), report("on-hold", "2026-09-28"), report("failed", "2026-10-05")),
      "2026-09-28",
    ],
    [
      "taken back and requested anew after it began: the day it was taken back",
      () => {
        const other = { ...added, from: "2026-10-05" };
        const without = received(
          { ...basic, revision: 2, interventions: [other] },
          { after: begun(), at: "2026-09-28T09:00:00Z" },
        );
        return received(
          { ...basic, revision: 3, interventions: [...basic.interventions, other] },
          { after: without, at: "2026-10-12T09:00:00Z" },
        );
      },
      "2026-09-28",
    ],
    ["completed: none", () => progressed(begun(), report("completed", "2026-10-05")), undefined],
  ])("is, while it is %s", (_what, record, day) => {
    expect(since(record())).toBe(day);
  });

  it("is not moved by another intervention that has begun", () => {
    const both = aBasicDecision();
    const other = { assignmentId: "sf-centrum.SFC-2026-003002.2" };
    const record = progressed(
      received(both, { at: september }),
      { ...report("accepted", "2026-09-08"), ...other, progressId: "2 accepted" },
      { ...report("in-progress", "2026-09-14"), ...other, progressId: "2 in-progress" },
      report("accepted", "2026-09-15"),
      report("failed", "2026-09-21"),
    );

    expect(since(record)).toBe("2026-09-01");
  });
});

describe("a 12:4 decision", () => {
  it("is not among those that the law has reported", () => {
    expect(delays(received(aDecision()), "2027-06-30T00:00:00Z")).toEqual([]);
  });
});
