import { type Model, modelNamed } from "@hemvist/rules";
import { describe, expect, it } from "vitest";
import { received } from "../../test/support/a-case.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import type { Assignment } from "./assignment.ts";
import { assignmentWatch } from "./assignment-watch.ts";

const id = "sf-centrum.SFC-2026-004711.1";
const model = modelNamed(goteborg, "goteborg-2025-07") as Model;
/** Requested on Monday 2 November 2026, answer by Monday the 9th, from 9 November to 9 May, which is a Sunday. */
function watchOf(changes: Partial<Assignment>, { today = "2026-11-10", isOver = false } = {}) {
  const [requested] = received().assignments;
  return assignmentWatch({ ...(requested as Assignment), ...changes }, { model, today, isOver });
}
const reached = (status: Assignment["status"], day: string, heardOn = day): Partial<Assignment> => ({
  status,
  statusAt: `${day}T09:00:00Z`,
  heardAt: `${heardOn}T10:00:00Z`,
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
    ["on hold: to go on within a month", reached("on-hold", "2026-11-20"), "not-resumed", "2026-12-20"],
  ])("%s", (_what, changes, kind, occurrence) => {
    expect(watchOf(changes)).toMatchObject({ kind, about: id, occurrence });
  });

  it.each(["requested", "received", "accepted", "on-hold"] as const)(
    "climbs to SoB while it is %s, and is raised there again after twenty working days",
    (status) => {
      expect(watchOf({ status })).toMatchObject({
        ladder: ["provider", "sf", "operative-group", "sob"],
        again: { count: 20, unit: "working-days" },
      });
    },
  );

  it("goes no further than SF where it is only news, asked for each quarter", () => {
    expect(watchOf({ status: "in-progress" })).toMatchObject({
      ladder: ["provider", "sf"],
      again: { count: 90, unit: "days" },
    });
  });

  it.each(["illness", "parental-leave"] as const)("goes no further than SF in a pause for %s", (code) => {
    expect(watchOf({ status: "on-hold", reason: { code, whose: "person" } })).toMatchObject({
      kind: "not-resumed",
      ladder: ["provider", "sf"],
      again: { count: 90, unit: "days" },
    });
  });

  it("climbs to SoB in a pause for a place that does not come", () => {
    const reason = { code: "awaiting-place", whose: "provider" } as const;

    expect(watchOf({ status: "on-hold", reason })?.ladder).toContain("sob");
  });

  it.each(["rejected", "completed", "failed", "cancelled"] as const)("is nothing once it is %s", (status) => {
    expect(watchOf({ status })).toBeUndefined();
    expect(watchOf({ status }, { today: "2028-01-01" })).toBeUndefined();
  });
});

describe("a provider's date is a claim:", () => {
  it.each<[string, Partial<Assignment>, string]>([
    [
      "a start in 2062 is asked for a quarter after the assignment was to begin",
      { ...reached("accepted", "2026-11-03"), expectedStartOn: "2062-11-09" },
      "2027-02-07",
    ],
    [
      "a start in 2062 is asked for on the assignment's last day, if that comes before",
      { ...reached("accepted", "2026-11-03"), expectedStartOn: "2062-11-09", to: "2026-12-11" },
      "2026-12-11",
    ],
    [
      "an acceptance dated 2126 counts from when it came",
      reached("accepted", "2126-11-03", "2026-11-17"),
      "2026-11-24",
    ],
    [
      "a start dated 2126 counts from when it came",
      reached("in-progress", "2126-01-01", "2026-11-16"),
      "2027-02-14",
    ],
    [
      "a pause dated 2126 counts from when it came",
      reached("on-hold", "2126-01-01", "2026-11-20"),
      "2026-12-20",
    ],
    [
      "a start that was reported three months late is news when the report comes",
      reached("in-progress", "2026-08-03", "2026-11-02"),
      "2027-01-31",
    ],
    [
      "a pause that was reported late counts from its own day",
      reached("on-hold", "2026-11-20", "2027-01-11"),
      "2026-12-20",
    ],
  ])("%s", (_what, changes, occurrence) => {
    expect(watchOf(changes)).toMatchObject({ occurrence });
  });

  it.each<[string, Partial<Assignment>]>([
    ["requested", { status: "requested" }],
    ["received", { status: "received" }],
    ["accepted", { ...reached("accepted", "2026-11-03"), expectedStartOn: "2062-11-09" }],
    ["in progress", reached("in-progress", "2126-01-01", "2026-11-16")],
    ["on hold", reached("on-hold", "2126-01-01", "2026-11-16")],
  ])("an assignment that is %s awaits something else the day after its last", (_what, changes) => {
    expect(watchOf({ ...changes, to: "2026-11-13" })?.until).toBe("2026-11-13");
  });
});

describe("after an assignment's last day,", () => {
  const may10 = { today: "2027-05-10" };

  it.each(["requested", "received", "accepted"] as const)(
    "one that is still %s was never carried out: SF gets one notice, and the provider none",
    (status) => {
      const watch = watchOf({ status }, may10);

      expect(watch).toMatchObject({ kind: "never-carried-out", occurrence: "2027-05-10", ladder: ["sf"] });
      expect(watch?.again).toBeUndefined();
    },
  );

  it("one that came when that had passed has its days to be answered in first", () => {
    expect(watchOf({ to: "2026-10-30" })).toMatchObject({
      kind: "never-carried-out",
      occurrence: "2026-11-10",
    });
  });

  it.each(["in-progress", "on-hold"] as const)(
    "of one that is still %s the provider is asked how it ended, then SF gets a notice, each quarter while the decision runs",
    (status) => {
      const kept = { status, heardAt: "2027-03-01T09:00:00Z" };

      expect(watchOf(kept, may10)).toMatchObject({
        kind: "not-ended",
        occurrence: "2027-05-10",
        ladder: ["provider", "sf"],
        again: { count: 90, unit: "days" },
      });
      expect(watchOf(kept, { ...may10, isOver: true })?.again).toBeUndefined();
    },
  );

  it("a word that it goes on is an answer, for a quarter", () => {
    expect(watchOf(reached("in-progress", "2027-05-11"), { today: "2027-05-11" })).toMatchObject({
      kind: "not-ended",
      occurrence: "2027-08-09",
    });
  });
});
