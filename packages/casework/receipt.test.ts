import { describe, expect, it } from "vitest";
import { aReport, monday, progressed, received } from "../../test/support/a-case.ts";
import { aDecision, anIntervention } from "../../test/support/a-decision.ts";
import type { Assignment } from "./assignment.ts";
import type { CaseRecord } from "./case-record.ts";
import { receiptOf } from "./receipt.ts";

const at = (day: string) => ({ occurredAt: `${day}T09:00:00Z` });
const receipt = (record: CaseRecord, deliveredAt?: string) =>
  receiptOf(record, record.assignments[0] as Assignment, deliveredAt);

describe("how far an assignment has come", () => {
  it("is stored with the decision, and nothing more until something more is known", () => {
    expect(receipt(received())).toEqual({ storedAt: monday });
  });

  it("has when it was put on the provider's queue", () => {
    expect(receipt(received(), "2026-11-02T09:00:02Z").deliveredAt).toBe("2026-11-02T09:00:02Z");
  });

  it("does not have when it was put on the queue of a provider that had it before", () => {
    const learning = (service?: string) =>
      anIntervention({ subArea: "competence.vocational", ...(service ? { service } : {}) });
    const moved = received(aDecision({ revision: 2, interventions: [learning("ama-yrkesintro")] }), {
      after: received(aDecision({ interventions: [learning()] })),
      at: "2026-11-05T09:00:00Z",
    });

    expect(receipt(moved, "2026-11-02T09:00:02Z")).toEqual({ storedAt: "2026-11-05T09:00:00Z" });
    // Of two clocks of hemvist's own one may be a little behind.
    expect(receipt(moved, "2026-11-05T08:59:58Z").deliveredAt).toBe("2026-11-05T08:59:58Z");
  });

  it("has when each thing happened first, as the provider says", () => {
    const record = progressed(
      received(),
      aReport("received", at("2026-11-03")),
      aReport("accepted", at("2026-11-04")),
      aReport("in-progress", at("2026-11-09")),
      aReport("on-hold", at("2026-11-20")),
      aReport("in-progress", { progressId: "p-resumed", ...at("2026-12-01") }),
      aReport("completed", at("2027-05-07")),
    );

    expect(receipt(record)).toEqual({
      storedAt: monday,
      acknowledgedAt: "2026-11-03T09:00:00Z",
      acceptedAt: "2026-11-04T09:00:00Z",
      startedAt: "2026-11-09T09:00:00Z",
      endedAt: "2027-05-07T09:00:00Z",
    });
  });

  it.each([
    ["accepts has acknowledged as well", "accepted", { acknowledgedAt: true, acceptedAt: true }],
    ["rejects has acknowledged, and ended it", "rejected", { acknowledgedAt: true, endedAt: true }],
  ] as const)("a provider that %s", (_what, status, expected) => {
    const reported = receipt(progressed(received(), aReport(status)));
    const told = Object.keys(reported).filter((key) => key !== "storedAt");

    expect(told).toEqual(Object.keys(expected));
  });

  it("ends as well when it fails", () => {
    const record = progressed(received(), aReport("accepted"), aReport("failed", at("2026-11-20")));

    expect(receipt(record).endedAt).toBe("2026-11-20T09:00:00Z");
  });

  it("is that of this assignment, not of another of the same decision", () => {
    const other = aReport("accepted", { assignmentId: "sf-centrum.SFC-2026-004711.2" });

    expect(receipt(progressed(received(), other))).toEqual({ storedAt: monday });
  });

  it("begins anew when it is requested anew", () => {
    const accepted = progressed(received(), aReport("accepted"));
    const others = [anIntervention({ interventionId: "3", subArea: "job.coaching" })];
    const dropped = received(aDecision({ revision: 2, interventions: others }), {
      after: accepted,
      at: "2026-11-04T09:00:00Z",
    });
    const again = received(aDecision({ revision: 3, interventions: [anIntervention(), ...others] }), {
      after: dropped,
      at: "2026-11-05T09:00:00Z",
    });

    expect(receipt(again)).toEqual({ storedAt: "2026-11-05T09:00:00Z" });
  });
});
