import { type Model, modelNamed } from "@hemvist/rules";
import { describe, expect, it } from "vitest";
import { received } from "../../test/support/a-case.ts";
import type { Assignment } from "./assignment.ts";
import { assignmentWatch } from "./assignment-watch.ts";

const id = "sf-centrum.SFC-2026-004711.1";
/** Requested on Monday 2 November 2026, answer by Monday the 9th, from 9 November to 9 May. */
function watchOf(changes: Partial<Assignment>) {
  const [requested] = received().assignments;
  return assignmentWatch(
    { ...(requested as Assignment), ...changes },
    modelNamed("goteborg-2025-07") as Model,
  );
}
const reached = (status: Assignment["status"], day: string): Partial<Assignment> => ({
  status,
  statusAt: `${day}T09:00:00Z`,
});

describe("what is awaited of an assignment", () => {
  it.each<[string, Partial<Assignment>, string, string]>([
    ["requested: a word within a working day", {}, "not-acknowledged", "2026-11-03"],
    [
      "received: an answer by the day asked for, whenever it was received",
      reached("received", "2026-11-06"),
      "not-answered",
      "2026-11-10",
    ],
    [
      "accepted: a start, a working week after the day that the provider expects",
      { ...reached("accepted", "2026-11-03"), expectedStartOn: "2026-11-16" },
      "not-started",
      "2026-11-23",
    ],
    [
      "accepted for a day before the assignment's own: counted from that",
      { ...reached("accepted", "2026-11-03"), expectedStartOn: "2026-11-04" },
      "not-started",
      "2026-11-16",
    ],
    [
      "accepted without a day, after the assignment was to begin: counted from the acceptance",
      reached("accepted", "2026-11-17"),
      "not-started",
      "2026-11-24",
    ],
    ["in progress: news within a quarter", reached("in-progress", "2026-11-16"), "no-news", "2027-02-14"],
    [
      "in progress: at the latest the day after the last one",
      reached("in-progress", "2027-05-01"),
      "no-news",
      "2027-05-10",
    ],
    [
      "in progress beyond its last day: the day after it was said",
      reached("in-progress", "2027-06-01"),
      "no-news",
      "2027-06-02",
    ],
    ["on hold: to go on within a month", reached("on-hold", "2026-11-20"), "not-resumed", "2026-12-20"],
  ])("%s", (_what, changes, kind, occurrence) => {
    expect(watchOf(changes)).toMatchObject({ kind, about: id, occurrence });
  });

  it("climbs to SoB, and is raised there again after twenty working days", () => {
    for (const status of ["requested", "received", "accepted", "on-hold"] as const) {
      expect(watchOf({ status })).toMatchObject({
        ladder: ["provider", "sf", "operative-group", "sob"],
        again: { count: 20, unit: "working-days" },
      });
    }
  });

  it("goes no further than SF where it is only news, asked for each quarter", () => {
    expect(watchOf({ status: "in-progress" })).toMatchObject({
      ladder: ["provider", "sf"],
      again: { count: 90, unit: "days" },
    });
  });

  it.each(["rejected", "completed", "failed", "cancelled"] as const)("is nothing once it is %s", (status) => {
    expect(watchOf({ status })).toBeUndefined();
  });
});
