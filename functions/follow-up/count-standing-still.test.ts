import { describe, expect, it } from "vitest";
import { logLines } from "../../test/support/log-lines.ts";
import { countCalendar, countSilence } from "./count-standing-still.ts";

const printed = logLines();
const counted = (metric: string): readonly unknown[] =>
  printed().flatMap((line) => {
    const { [metric]: value, administration } = JSON.parse(line);
    return value === undefined ? [] : [administration === undefined ? value : [administration, value]];
  });

describe("the calendar that alarms wait for", () => {
  it.each([
    ["on a Monday at 07", "2026-11-02T06:00:00Z", 1],
    ["on a Monday at 08", "2026-11-02T07:00:00Z", 0],
    ["on a Monday at 17", "2026-11-02T16:00:00Z", 1],
    ["on a Saturday", "2026-11-07T10:00:00Z", 1],
    ["on Christmas Eve, a Thursday", "2026-12-24T10:00:00Z", 1],
  ])("%s", (_when, now, outside) => {
    countCalendar(now);

    expect(counted("OutsideOfficeHours")).toEqual([outside]);
  });

  it.each([
    ["on a Thursday evening, after three working days", "2026-11-05T20:00:00Z", 0],
    ["on a Sunday: Friday was the only one", "2026-11-08T12:00:00Z", 1],
    ["on a Tuesday morning: Monday was the only one", "2026-11-10T08:00:00Z", 1],
    ["on a Tuesday evening: Monday and Tuesday", "2026-11-10T16:00:00Z", 0],
    ["on the Monday after Christmas", "2026-12-28T16:00:00Z", 1],
  ])("the last three days, %s", (_when, now, few) => {
    countCalendar(now);

    expect(counted("FewWorkingDays")).toEqual([few]);
  });
});

describe("an administration's silence", () => {
  const administrations = ["sf-centrum", "sf-nordost"];

  it("is the office hours since its newest decision: a weekend is none", async () => {
    const newest = (sf: string) =>
      Promise.resolve(sf === "sf-centrum" ? "2026-11-06T15:00:00Z" : "2026-11-09T07:00:00Z");

    await countSilence({ administrations, heard: { newest } }, "2026-11-09T09:00:00Z");

    expect(counted("HoursWithoutDecision")).toEqual([
      ["sf-centrum", 3],
      ["sf-nordost", 2],
    ]);
  });

  it("is not counted of one that has never sent a decision, so a new stage is not red", async () => {
    await countSilence(
      { administrations, heard: { newest: () => Promise.resolve(undefined) } },
      "2026-11-09T09:00:00Z",
    );

    expect(counted("HoursWithoutDecision")).toEqual([]);
  });
});
