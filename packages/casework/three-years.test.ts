import { expect, it } from "vitest";
import { aReport, followedUpUntil, heardAt, received } from "../../test/support/a-case.ts";
import { aDecision } from "../../test/support/a-decision.ts";
import type { CaseRecord } from "./case-record.ts";
import type { Progress } from "./report-progress.ts";

// A provider that does everything right, through the three years of a decision with a fortnight's gap and a long illness.
const decision = aDecision({
  validTo: "2029-11-30",
  interventions: [
    { interventionId: "1", subArea: "job.traineeship", from: "2026-11-09", to: "2027-11-05" },
    { interventionId: "2", subArea: "competence.adapted-learning", from: "2027-11-22", to: "2028-11-17" },
    { interventionId: "3", subArea: "job.coaching", from: "2028-11-20", to: "2029-11-30" },
  ],
});

type Said = readonly [
  day: string,
  intervention: string,
  status: Progress["status"],
  more?: Partial<Progress>,
];

const goesOn = (intervention: string, ...days: readonly string[]): readonly Said[] =>
  days.map((day) => [day, intervention, "in-progress"]);

const said: readonly Said[] = [
  ["2026-11-02", "1", "accepted", { expectedStartOn: "2026-11-09" }],
  ["2026-11-02", "2", "accepted", { expectedStartOn: "2027-11-22" }],
  ["2026-11-02", "3", "accepted", { expectedStartOn: "2028-11-20" }],
  ...goesOn("1", "2026-11-09", "2027-02-01", "2027-04-26"),
  ["2027-06-07", "1", "on-hold", { reason: { code: "illness", whose: "person" } }],
  ...goesOn("1", "2027-08-16"),
  ["2027-11-05", "1", "completed", { result: "next-step" }],
  ...goesOn("2", "2027-11-22", "2028-02-14", "2028-05-08", "2028-07-31", "2028-10-23"),
  ["2028-11-17", "2", "completed", { result: "next-step" }],
  ...goesOn("3", "2028-11-20", "2029-02-12", "2029-05-07", "2029-07-30", "2029-10-22"),
  ["2029-11-29", "3", "completed", { result: "work" }],
];

const told = ({ history }: CaseRecord) =>
  history.flatMap((entry) =>
    entry.what === "follow-up-told" && entry.kind !== "work-plan-review"
      ? [`${entry.at.slice(0, 10)} ${entry.kind} → ${entry.level}`]
      : [],
  );

it("SF gets notices only of what SF must act on, where the provider does everything right", () => {
  const record = said.reduce((before, [day, intervention, status, more], index) => {
    const at = `${day}T13:00:00Z`;
    const report = aReport(status, {
      progressId: `${index}`,
      assignmentId: `sf-centrum.SFC-2026-004711.${intervention}`,
      occurredAt: at,
      ...more,
    });
    return heardAt(at, followedUpUntil(before, at), report);
  }, received(decision));

  expect(told(followedUpUntil(record, "2031-01-01T00:00:00Z"))).toEqual([
    "2027-07-07 not-resumed → provider",
    "2027-07-12 not-resumed → sf",
    "2027-10-25 gap-ahead → sf",
    "2029-08-02 horizon-near → sf",
    "2029-10-31 decision-ending → sf",
    "2029-11-05 horizon-passed → sf",
  ]);
});
