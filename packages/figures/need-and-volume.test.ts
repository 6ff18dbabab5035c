import type { CaseRecord } from "@hemvist/casework";
import { modelInForceOn } from "@hemvist/rules";
import { describe, expect, it } from "vitest";
import { aReport, concerning, progressed, received } from "../../test/support/a-case.ts";
import { aDecision, anIntervention } from "../../test/support/a-decision.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import { folded } from "./fold.ts";
import { bandColumns, bandOf, needAndVolume } from "./need-and-volume.ts";
import { weekNamed } from "./report-period.ts";

const week = weekNamed("2026W40");
const model = modelInForceOn(goteborg, "2026-10-04");
if (week === undefined || model === undefined) throw new Error("there are both");
const countsOf = (records: readonly CaseRecord[]) =>
  folded(needAndVolume({ municipality: goteborg, period: week, model }), records);

const decided = { decidedOn: "2026-09-01", employmentServiceConsultation: { heldOn: "2026-08-28" } };
const plan = { ...aDecision().workPlan, establishedOn: "2026-08-30" };

/** Twelve persons in each administration, every second with two assignments. */
const records = model.administrations.flatMap((administration) =>
  Array.from({ length: 12 }, (_, index) => {
    const second = { ...anIntervention(), interventionId: "2", subArea: "job.coaching" as const };
    const decision = aDecision({
      ...decided,
      administration,
      decisionId: `N-${index}`,
      workPlan: { ...plan, workPlanId: "AP-1", participationRequired: true, goal: "work" },
      interventions: index % 2 === 0 ? [anIntervention()] : [anIntervention(), second],
    });
    return concerning(received(decision, { at: "2026-09-01T09:00:00Z" }), `${administration} ${index}`);
  }),
);

const cellOf = (
  from: typeof records,
  { table, row, column }: { table: string; row: string; column: string },
) =>
  countsOf(from)
    .tables.find(({ name }) => name === table)
    ?.cells.find((cell) => cell.row === row && cell.column === column);

describe("need and volume", () => {
  it("is by legal basis, sub-area with its area, status, and time since the decision", () => {
    expect(countsOf(records).tables.map(({ name }) => name)).toEqual([
      "legal-basis",
      "sub-area",
      "status",
      "time-since-decision",
    ]);
  });

  it.each([
    ["legal-basis", ["sol-12-4", "sol-12-1", "sol-11-1", "total"]],
    [
      "sub-area",
      [
        "job",
        ...["market-knowledge", "search-enterprise", "coaching", "traineeship", "employer-contacts"].map(
          (one) => `job.${one}`,
        ),
        "job.subsidised",
        "competence",
        ...["general", "vocational", "adapted-learning", "adapted-support"].map((one) => `competence.${one}`),
        "health",
        ...["substance-use", "diet-exercise", "assessment-treatment", "mental-physical"].map(
          (one) => `health.${one}`,
        ),
        "social",
        ...["competences", "networks", "everyday-life", "motivation", "coordination"].map(
          (one) => `social.${one}`,
        ),
        "total",
      ],
    ],
    ["status", ["requested", "received", "accepted", "in-progress", "on-hold", "total"]],
    [
      "time-since-decision",
      ["under-3-months", "3-to-6-months", "6-to-12-months", "1-to-2-years", "2-to-3-years", "total"],
    ],
  ])("has in %s the columns %j: what may be withheld first comes last", (name, columns) => {
    const table = countsOf([]).tables.find((each) => each.name === name);

    expect([...new Set(table?.cells.map(({ column }) => column))]).toEqual(columns);
  });

  it.each([
    ["legal-basis", "city", "total", 72, 48],
    ["status", "sf-nordost", "total", 18, 12],
  ])("in %s of %s counts assignments and distinct persons under %s", (table, row, column, count, people) => {
    expect(cellOf(records, { table, row, column })).toEqual({ row, column, count, people });
  });

  it("tells an assignment's own status, sub-area, legal basis and time", () => {
    const begun = records.map((record) =>
      progressed(
        record,
        ...["accepted", "in-progress"].map((status) =>
          aReport(status as "accepted", {
            assignmentId: `${record.administration}.${record.decisionId}.1`,
            progressId: status,
            occurredAt: "2026-09-20T08:00:00Z",
            ...(status === "accepted" ? { expectedStartOn: "2026-11-09" } : {}),
          }),
        ),
      ),
    );

    const { tables } = folded(
      needAndVolume({ municipality: goteborg, period: week, model, hides: () => new Set() }),
      begun,
    );

    expect(
      tables.flatMap(({ cells }) =>
        cells.flatMap(({ row, column, count, people }) =>
          row === "city" && column !== "total" && count !== 0 ? [`${column} ${count} ${people}`] : [],
        ),
      ),
    ).toEqual([
      "sol-12-4 72 48",
      ...["job 72 48", "job.coaching 24 24", "job.traineeship 48 48"],
      ...["requested 24 24", "in-progress 48 48"],
      "under-3-months 72 48",
    ]);
  });

  it("hides what is under five, none included", () => {
    expect(cellOf(records, { table: "sub-area", row: "city", column: "social.networks" })).toEqual({
      row: "city",
      column: "social.networks",
    });
  });

  it("is the week's own, asked later: what has happened since changes nothing", () => {
    const since = records.map((record, index) =>
      index % 3 === 0
        ? {
            ...progressed(
              record,
              aReport("accepted", {
                assignmentId: `${record.administration}.${record.decisionId}.1`,
                occurredAt: "2026-10-20T08:00:00Z",
              }),
            ),
          }
        : record,
    );

    expect(countsOf(since)).toEqual(countsOf(records));
  });

  it("leaves out what ended, in the week or before it, and what came after it", () => {
    const rejected = records.map((record, index) =>
      progressed(
        record,
        aReport("rejected", {
          assignmentId: `${record.administration}.${record.decisionId}.1`,
          occurredAt: index % 2 === 0 ? "2026-09-20T08:00:00Z" : "2026-10-01T08:00:00Z",
        }),
      ),
    );
    const later = records.map((record) =>
      concerning(
        received(aDecision({ administration: record.administration, decisionId: `L-${record.decisionId}` }), {
          at: "2026-11-02T09:00:00Z",
        }),
        `later ${record.personKey}`,
      ),
    );

    for (const table of ["legal-basis", "sub-area", "status", "time-since-decision"])
      expect(cellOf([...rejected, ...later], { table, row: "city", column: "total" })).toEqual({
        row: "city",
        column: "total",
        count: 24,
        people: 24,
      });
  });
});

describe("time since the decision", () => {
  it.each([
    ["2026-07-05", "under-3-months"],
    ["2026-07-04", "3-to-6-months"],
    ["2026-04-04", "6-to-12-months"],
    ["2025-10-04", "1-to-2-years"],
    ["2023-10-05", "2-to-3-years"],
    ["2023-10-04", "over-3-years"],
  ])("from %s to 2026-10-04 is %s", (decidedOn, band) => {
    expect(bandOf(decidedOn, "2026-10-04")).toBe(band);
  });

  it.each([
    ["2026-10-04", "2-to-3-years"],
    ["2027-01-11", "2-to-3-years"],
    ["2027-01-12", "over-3-years"],
  ])("goes on %s to %s, as far back as there was a model", (on, oldest) => {
    expect(bandColumns(on, goteborg).at(-1)).toEqual({ code: oldest });
  });
});
