import type { AssignmentStatus, CaseRecord, HistoryEntry } from "@hemvist/casework";
import { describe, expect, it } from "vitest";
import { received } from "../../test/support/a-case.ts";
import { aDecision, anIntervention } from "../../test/support/a-decision.ts";
import { quarter } from "../../test/support/a-delay.ts";
import { measuredIn } from "./equality-measures.ts";

const assignmentId = "sf-centrum.SFC-2026-004711.1";
const one = { interventions: [anIntervention()] };
const whose = { administration: "sf-centrum", person: "pseudonym" };

/** What was reported, when it happened, and when the report came, if that was later. */
type Reported = readonly [status: AssignmentStatus | "another provider", on: string, heardAt?: string];

/** A decision with one intervention that came at an instant, and what was reported of it. */
function reported(at: string, ...reports: readonly Reported[]): CaseRecord {
  const record = received(aDecision(one), { at });
  const entries = reports.map(([status, on, heardAt = on]): HistoryEntry => {
    const entry = { assignmentId, version: 2, at: heardAt, by: "kompetenscenter" };
    return status === "another provider"
      ? { ...entry, what: "assignment-requested", provider: "arbetsmarknadsanstallning" }
      : { ...entry, what: "progress-reported", progressId: on, status, occurredAt: on };
  });
  return { ...record, history: [...record.history, ...entries] };
}

const measured = (measure: string, record: CaseRecord, name = "2026Q4") =>
  measuredIn(record, quarter(name)).filter((row) => row.measure === measure);

describe("the share returned", () => {
  const returned = received(aDecision({ validTo: undefined, employmentServiceConsultation: undefined }));

  it("is of the decisions whose first answer was that they go back, and by which rules", () => {
    const decision = "sf-centrum SFC-2026-004711";

    expect(measuredIn(returned, quarter("2026Q4"))).toEqual([
      { measure: "returned", ...whose, isSo: true },
      { measure: "returned-by-rule", ...whose, rule: "time-limited", decision },
      { measure: "returned-by-rule", ...whose, rule: "employment-service-consulted", decision },
    ]);
  });

  it("counts a corrected one as returned, and one of which a later revision goes back as not", () => {
    const corrected = received(aDecision(), { after: returned, at: "2026-11-04T09:00:00Z" });
    const later = received(aDecision({ revision: 2, validTo: undefined }), {
      after: received(),
      at: "2026-11-04T09:00:00Z",
    });

    expect(measured("returned", corrected)).toEqual([{ measure: "returned", ...whose, isSo: true }]);
    expect(measured("returned", later)).toEqual([{ measure: "returned", ...whose, isSo: false }]);
    expect(measured("returned-by-rule", later)).toEqual([]);
  });

  it.each([
    ["2026-12-31T22:59:59Z", "2026Q4"],
    ["2026-12-31T23:00:00Z", "2027Q1"],
  ])("counts a decision that came at %s in %s only", (at, name) => {
    const counted = ["2026Q3", "2026Q4", "2027Q1", "2027Q2"].filter(
      (each) => measured("returned", reported(at), each).length > 0,
    );

    expect(counted).toEqual([name]);
  });
});

describe("the share rejected", () => {
  const inNovember = "2026-11-02T09:00:00Z";

  it.each([
    ["rejected", [{ measure: "rejected", ...whose, isSo: true }]],
    ["accepted", [{ measure: "rejected", ...whose, isSo: false }]],
    ["received", []],
  ] as const)("is of the answered: %s", (status, rows) => {
    expect(measured("rejected", reported(inNovember, [status, "2026-11-10T08:00:00Z"]))).toEqual(rows);
  });

  it("has the first answer of each request, and another provider is another request", () => {
    const record = reported(
      inNovember,
      ["accepted", "2026-11-10T08:00:00Z"],
      ["another provider", "2026-11-12T08:00:00Z"],
      ["rejected", "2026-11-14T08:00:00Z"],
    );

    expect(measured("rejected", record)).toMatchObject([{ isSo: false }, { isSo: true }]);
  });

  // Asked on 2 November; a month later is 2 December, and asked on 2 December it is 2 January.
  it.each([
    ["waits a month for the late ones", inNovember, "2026-11-03T08:00:00Z", "2026Q4"],
    ["waits also over the quarter's end", "2026-12-02T09:00:00Z", "2026-12-03T08:00:00Z", "2027Q1"],
    ["is then of the quarter in which it was heard", inNovember, "2027-01-03T08:00:00Z", "2027Q1"],
  ])("%s", (_what, askedAt, answeredAt, name) => {
    const record = reported(askedAt, ["rejected", answeredAt]);
    const counted = ["2026Q4", "2027Q1", "2027Q2"].filter(
      (each) => measured("rejected", record, each).length > 0,
    );

    expect(counted).toEqual([name]);
  });
});

describe("the days", () => {
  const asked = "2026-11-02T09:00:00Z";
  const days = (record: CaseRecord) =>
    measuredIn(record, quarter("2026Q4")).flatMap((row) => ("days" in row ? [[row.measure, row.days]] : []));

  it("are civil days from the request to its acknowledgement, its acceptance and its start", () => {
    const record = reported(
      asked,
      ["received", "2026-11-03T23:30:00Z"],
      ["accepted", "2026-11-06T08:00:00Z"],
      ["in-progress", "2026-11-16T08:00:00Z"],
    );

    expect(days(record)).toEqual([
      ["to-acknowledgement", 2],
      ["to-acceptance", 4],
      ["to-start", 14],
    ]);
    expect(measured("to-start", record)).toEqual([{ measure: "to-start", ...whose, days: 14 }]);
  });

  it.each([
    ["accepted", ["to-acknowledgement", "to-acceptance"]],
    ["rejected", ["to-acknowledgement"]],
    ["received", ["to-acknowledgement"]],
    ["in-progress", ["to-start"]],
    ["cancelled", []],
  ] as const)("to what %s is", (status, measures) => {
    expect(days(reported(asked, [status, "2026-11-05T08:00:00Z"])).map(([measure]) => measure)).toEqual(
      measures,
    );
  });

  it.each([
    ["before it was asked for are left out: there was no wait", "2026-11-02T08:59:59Z", []],
    ["at the same time are none", "2026-11-02T09:00:00Z", [0]],
  ])("to what happened %s", (_when, on, expected) => {
    const record = reported(asked, ["in-progress", on, "2026-11-05T08:00:00Z"]);

    expect(days(record).map(([, many]) => many)).toEqual(expected);
  });
});

describe("the share interrupted", () => {
  const sent = "2026-11-03T09:00:00Z";
  const begun: Reported = ["in-progress", "2026-11-10T08:00:00Z"];
  const interrupted = (...reports: readonly Reported[]) =>
    measured("interrupted", reported(sent, ...reports), "2027Q1").map((row) => "isSo" in row && row.isSo);

  it("is of what was under way, by administration and person", () => {
    expect(measured("interrupted", reported(sent, begun), "2027Q1")).toEqual([
      { measure: "interrupted", ...whose, isSo: false },
    ]);
  });

  // The quarter begins at 2026-12-31T23:00:00Z.
  it.each<readonly [string, readonly Reported[], readonly boolean[]]>([
    ["never begun", [["accepted", "2026-11-10T08:00:00Z"]], []],
    ["begun in it", [["in-progress", "2027-01-10T08:00:00Z"]], [false]],
    ["begun after it", [["in-progress", "2027-04-10T08:00:00Z"]], []],
    ["completed in it", [begun, ["completed", "2027-02-10T08:00:00Z"]], [false]],
    ["completed before it", [begun, ["completed", "2026-12-10T08:00:00Z"]], []],
    ["completed before it, and heard of the second before it", [begun, late("completed", 59)], []],
    ["completed before it, and heard of at its beginning", [begun, late("completed", 60)], [false]],
    ["paused in it", [begun, ["on-hold", "2027-02-10T08:00:00Z"]], [true]],
    ["paused in it, and gone on", [begun, ["on-hold", "2027-02-10T08:00:00Z"], resumed], [true]],
    ["paused before it, and heard of in it", [begun, late("on-hold", 60)], [true]],
    ["paused since before it", [begun, ["on-hold", "2026-12-10T08:00:00Z"]], []],
    ["paused before it, and gone on in it", [begun, ["on-hold", "2026-12-10T08:00:00Z"], resumed], [false]],
    ["paused after it", [begun, ["on-hold", "2027-04-10T08:00:00Z"]], [false]],
    ["failed in it", [begun, ["failed", "2027-02-10T08:00:00Z"]], [true]],
    [
      "failed before it began",
      [
        ["accepted", "2026-11-10T08:00:00Z"],
        ["failed", "2027-02-10T08:00:00Z"],
      ],
      [],
    ],
    ["failed with the next provider, where it had not begun", [begun, ...elsewhere, failed], [false]],
    ["failed with the next provider, where it had", [begun, ...elsewhere, resumed, failed], [true]],
  ])("%s", (_what, reports, expected) => {
    expect(interrupted(...reports)).toEqual(expected);
  });
});

/** Long before the quarter, with a report so many seconds after the last minute before it began. */
function late(status: AssignmentStatus, seconds: number): Reported {
  const heardAt = seconds === 60 ? "2026-12-31T23:00:00Z" : `2026-12-31T22:59:${seconds}Z`;
  return [status, "2026-12-10T08:00:00Z", heardAt];
}
const resumed: Reported = ["in-progress", "2027-02-20T08:00:00Z"];
const failed: Reported = ["failed", "2027-02-25T08:00:00Z"];
const elsewhere: readonly Reported[] = [
  ["another provider", "2027-02-12T08:00:00Z"],
  ["accepted", "2027-02-14T08:00:00Z"],
];
