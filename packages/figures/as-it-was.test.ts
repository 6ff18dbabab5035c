import type { CaseRecord } from "@hemvist/casework";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aReport, progressed, received } from "../../test/support/a-case.ts";
import { aDecision, anIntervention } from "../../test/support/a-decision.ts";
import { aLife } from "../../test/support/a-life.ts";
import { assignmentsAt, type PastAssignment, recordAt, requestsOf } from "./as-it-was.ts";

const record = progressed(
  received(),
  aReport("received", { occurredAt: "2026-11-03T08:00:00Z" }),
  aReport("accepted", { occurredAt: "2026-11-05T08:00:00Z" }),
  aReport("in-progress", { occurredAt: "2026-11-16T08:00:00Z" }),
);

const before = { subArea: "job.traineeship", legalBasis: "sol-12-4" } as Record<string, string>;

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

  it.each([["its sub-area", { interventions: [anIntervention({ subArea: "job.coaching" })] }, "subArea"]])(
    "keep what a later revision changes: %s",
    (_what, changes, field) => {
      const revised = received(aDecision({ revision: 2, ...changes }), {
        after: record,
        at: "2026-12-01T09:00:00Z",
      });

      expect(assignmentsAt(revised, "2026-12-01T09:00:00Z")[0]).toHaveProperty(field, before[field]);
      expect(assignmentsAt(revised, "2026-12-01T09:00:01Z")[0]).not.toHaveProperty(field, before[field]);
    },
  );

  it("are the same whenever they are asked for, through any life", () => {
    fc.assert(
      fc.property(aLife, (life) => {
        const last = life.at(-1) as CaseRecord;
        for (const [index, version] of life.entries()) {
          const at = writtenAt(version);
          const next = life[index + 1];
          if (next !== undefined && writtenAt(next) === at) continue;
          const instant = at.replace("00Z", "01Z");
          expect(assignmentsAt(last, instant)).toEqual(assignmentsAt(version, instant));
        }
      }),
      { numRuns: 200, seed: 20261128 },
    );
  });
});

describe("a record as it was", () => {
  const before = { ...record, stood: [{ ...stoodFirst(), personKey: "before" }] };
  const replaced = {
    ...before,
    personKey: "after",
    stood: [...before.stood, { ...stoodFirst(), since: "2026-12-01T09:00:00Z", personKey: "after" }],
  };

  it.each([
    ["2026-12-01T09:00:00Z", "before"],
    ["2026-12-01T09:00:01Z", "after"],
  ])("at %s concerns whom it concerned then", (instant, personKey) => {
    expect(recordAt(replaced, instant).personKey).toBe(personKey);
    expect(assignmentsAt(replaced, instant).map((past) => past.personKey)).toEqual([personKey, personKey]);
  });

  it("has nothing that was written at that instant or later", () => {
    const past = recordAt(replaced, "2026-11-05T08:00:00Z");

    expect(past.history.at(-1)?.at).toBe("2026-11-03T08:00:00Z");
    expect(past.stood).toHaveLength(1);
  });

  it("has an assignment of a 12:4 decision as nothing that 34 kap. asks for", () => {
    const [past] = assignmentsAt(record, "2026-11-20T00:00:00Z");

    expect(past).not.toHaveProperty("basicLegalBasis");
    expect(past).not.toHaveProperty("end");
  });

  it.each([
    ["from an earlier day, as of that day's beginning", "2026-11-20", "2026-11-19T23:00:00Z"],
    ["from the same day, as of when SF sent it", "2026-11-30", "2026-11-30T09:00:00Z"],
  ])("calls back what was revoked %s", (_when, on, expected) => {
    const revoked = received(aDecision({ revision: 2, revocation: { on, reason: "person-moved" } }), {
      after: received(),
      at: "2026-11-30T09:00:00Z",
    });
    const history = [
      ...revoked.history.filter(({ what }) => what !== "assignment-amended"),
      {
        what: "assignment-cancelled" as const,
        assignmentId: "sf-centrum.SFC-2026-004711.1",
        provider: "kompetenscenter",
        version: 2,
        at: "2026-11-30T09:00:00Z",
        by: "sf-centrum",
      },
    ];

    expect(assignmentsAt({ ...revoked, history }, "2026-12-01T00:00:00Z")[0]?.changes.at(-1)).toEqual({
      status: "cancelled",
      on: expected,
      heardAt: "2026-11-30T09:00:00Z",
    });
  });

  it("keeps of a reason its code only", () => {
    const rejected = progressed(received(), aReport("rejected", { occurredAt: "2026-11-05T08:00:00Z" }));

    expect(assignmentsAt(rejected, "2026-11-06T00:00:00Z")[0]?.changes.at(-1)).toEqual({
      status: "rejected",
      on: "2026-11-05T08:00:00Z",
      heardAt: "2026-11-05T08:00:00Z",
      reason: "no-capacity",
    });
  });
});

function stoodFirst() {
  const [stood] = received().stood;
  if (stood === undefined) throw new Error("there is one");
  return stood;
}

describe("what an assignment was asked", () => {
  it("is asked anew of another provider", () => {
    const life = [
      { status: "requested" },
      { status: "received" },
      { status: "cancelled" },
      { status: "requested" },
    ];
    const changes = life.map(({ status }, day) => ({ status, on: `${day}`, heardAt: `${day}` }));

    expect(requestsOf({ changes } as unknown as PastAssignment)).toEqual([
      { requestedAt: "0", changes: changes.slice(1, 3) },
      { requestedAt: "3", changes: [] },
    ]);
  });
});

const writtenAt = ({ history }: CaseRecord): string => history.at(-1)?.at ?? "";
