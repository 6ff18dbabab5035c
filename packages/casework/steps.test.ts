import { describe, expect, it } from "vitest";
import { aReport, heardAt, received } from "../../test/support/a-case.ts";
import { aDecision } from "../../test/support/a-decision.ts";
import type { CaseRecord } from "./case-record.ts";
import type { Progress } from "./report-progress.ts";
import { stepsOf } from "./steps.ts";

const about = { administration: "sf-centrum", area: "job", provider: "kompetenscenter" };
const hour = 3_600_000;

/** The steps of each version, as reports come at these instants. */
function stepsAt(...reports: readonly (readonly [at: string, status: Progress["status"]])[]) {
  let record: CaseRecord = received();
  return reports.map(([at, status], nth) => {
    record = heardAt(at, record, aReport(status, { progressId: `p-${nth}`, occurredAt: at }));
    return stepsOf(record);
  });
}

describe("the steps that a version brings", () => {
  it("are the assignments that a decision requests", () => {
    expect(stepsOf(received())).toEqual([
      { ...about, step: "requested", status: "requested" },
      { ...about, area: "health", step: "requested", status: "requested" },
    ]);
  });

  it("come one after the other, each with the time since the one that it is counted from", () => {
    expect(
      stepsAt(
        ["2026-11-02T10:00:00Z", "received"],
        ["2026-11-02T14:00:00Z", "accepted"],
        ["2026-11-16T14:00:00Z", "in-progress"],
        ["2026-11-16T15:00:00Z", "completed"],
      ),
    ).toEqual([
      [{ ...about, step: "acknowledged", status: "received", after: hour }],
      [{ ...about, step: "accepted", status: "accepted", after: 5 * hour }],
      [{ ...about, step: "begun", status: "in-progress", after: 14 * 24 * hour }],
      [{ ...about, step: "ended", status: "completed", after: hour }],
    ]);
  });

  it("are two where a provider accepts without having acknowledged", () => {
    expect(stepsAt(["2026-11-02T10:00:00Z", "accepted"])).toEqual([
      [
        { ...about, step: "acknowledged", status: "accepted", after: hour },
        { ...about, step: "accepted", status: "accepted", after: hour },
      ],
    ]);
  });

  it("are none for a pause, and none for its end: the assignment begins once", () => {
    const steps = stepsAt(
      ["2026-11-02T10:00:00Z", "accepted"],
      ["2026-11-16T09:00:00Z", "in-progress"],
      ["2026-11-17T09:00:00Z", "in-progress"],
      ["2026-11-18T09:00:00Z", "on-hold"],
      ["2026-11-19T09:00:00Z", "in-progress"],
    );

    expect(steps.map((taken) => taken.map(({ step }) => step))).toEqual([
      ["acknowledged", "accepted"],
      ["begun"],
      [],
      [],
      [],
    ]);
  });

  it("end without a time what never began", () => {
    expect(stepsAt(["2026-11-02T10:00:00Z", "rejected"])).toEqual([
      [
        { ...about, step: "acknowledged", status: "rejected", after: hour },
        { ...about, step: "ended", status: "rejected" },
      ],
    ]);
  });

  it("are of the newest version alone, however long the history is", () => {
    const record = heardAt("2026-11-03T10:00:00Z", received(), aReport("received"));
    const revised = received(
      aDecision({ revision: 2, interventions: aDecision().interventions.slice(0, 1) }),
      {
        after: record,
        at: "2026-11-03T09:00:00Z",
      },
    );

    expect(stepsOf(revised)).toEqual([{ ...about, area: "health", step: "ended", status: "cancelled" }]);
  });

  it("never take less than no time, although a report may wait in its queue", () => {
    const accepted = heardAt("2026-11-03T10:00:00Z", received(), aReport("accepted"));
    const begun = heardAt("2026-11-03T09:00:00Z", accepted, aReport("in-progress", { progressId: "p" }));

    expect(stepsOf(begun)).toMatchObject([{ step: "begun", after: 0 }]);
  });
});
