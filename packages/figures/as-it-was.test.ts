import { describe, expect, it } from "vitest";
import { aReport, progressed, received } from "../../test/support/a-case.ts";
import { aDecision, anIntervention } from "../../test/support/a-decision.ts";
import { assignmentsAt } from "./as-it-was.ts";

const record = progressed(
  received(),
  aReport("received", { occurredAt: "2026-11-03T08:00:00Z" }),
  aReport("accepted", { occurredAt: "2026-11-05T08:00:00Z" }),
  aReport("in-progress", { occurredAt: "2026-11-16T08:00:00Z" }),
);

const statusesAt = (instant: string, of = record) => assignmentsAt(of, instant).map(({ status }) => status);

describe("assignments as they were", () => {
  it.each([
    ["2026-11-02T09:00:00Z", []],
    ["2026-11-02T09:00:01Z", ["requested", "requested"]],
    ["2026-11-03T08:00:00Z", ["requested", "requested"]],
    ["2026-11-04T00:00:00Z", ["received", "requested"]],
    ["2026-11-10T00:00:00Z", ["accepted", "requested"]],
    ["2027-11-10T00:00:00Z", ["in-progress", "requested"]],
  ])("at %s stand at %j", (instant, statuses) => {
    expect(statusesAt(instant)).toEqual(statuses);
  });

  it("end as the record has them", () => {
    expect(statusesAt("9999-12-31T00:00:00Z")).toEqual(record.assignments.map(({ status }) => status));
  });

  it("are the same, asked later: what has happened since changes nothing", () => {
    const revised = received(aDecision({ revision: 2, interventions: [anIntervention()] }), {
      after: record,
      at: "2026-12-01T09:00:00Z",
    });

    expect(statusesAt("2026-11-20T00:00:00Z", revised)).toEqual(statusesAt("2026-11-20T00:00:00Z"));
    expect(statusesAt("2026-12-02T00:00:00Z", revised)).toEqual(["in-progress", "cancelled"]);
  });
});
