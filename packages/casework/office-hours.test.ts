import { describe, expect, it } from "vitest";
import { inOfficeHours, nextOfficeHour, officeHoursBetween } from "./office-hours.ts";

describe("office hours", () => {
  it.each([
    ["a Monday at 08:00 in winter", "2026-11-02T07:00:00Z", true],
    ["a Monday at 07:59", "2026-11-02T06:59:59Z", false],
    ["a Monday at 16:59", "2026-11-02T15:59:59Z", true],
    ["a Monday at 17:00", "2026-11-02T16:00:00Z", false],
    ["a Monday at 08:00 in summer", "2026-06-01T06:00:00Z", true],
    ["a Saturday", "2026-11-07T10:00:00Z", false],
    ["Christmas Eve, a Thursday", "2026-12-24T10:00:00Z", false],
  ])("%s", (_when, at, expected) => {
    expect(inOfficeHours(at)).toBe(expected);
  });

  it.each([
    ["now, when people are at work", "2026-11-02T10:00:00Z", "2026-11-02T10:00:00Z"],
    ["this morning, before it has come", "2026-11-02T03:00:00Z", "2026-11-02T07:00:00Z"],
    ["tomorrow morning, in the evening", "2026-11-02T20:00:00Z", "2026-11-03T07:00:00Z"],
    ["Monday morning, on a Friday evening", "2026-11-06T20:00:00Z", "2026-11-09T07:00:00Z"],
  ])("the next are %s", (_when, at, expected) => {
    expect(nextOfficeHour(at)).toBe(expected);
  });
});

describe("office hours between two instants", () => {
  it.each([
    ["within a morning", "2026-11-02T07:00:00Z", "2026-11-02T10:00:00Z", 3],
    ["an hour that is not full counts not", "2026-11-02T07:00:00Z", "2026-11-02T09:59:59Z", 2],
    ["a night", "2026-11-02T16:00:00Z", "2026-11-03T07:00:00Z", 0],
    ["from one working day to the next", "2026-11-02T12:00:00Z", "2026-11-03T12:00:00Z", 9],
    ["over a weekend", "2026-11-06T12:00:00Z", "2026-11-09T12:00:00Z", 9],
    ["over Christmas, from Wednesday to Monday", "2026-12-23T12:00:00Z", "2026-12-28T12:00:00Z", 9],
    ["over the night in which summer time ends", "2026-10-23T06:00:00Z", "2026-10-26T16:00:00Z", 18],
    ["none, the other way round", "2026-11-03T12:00:00Z", "2026-11-02T12:00:00Z", 0],
  ])("%s", (_when, from, to, expected) => {
    expect(officeHoursBetween(from, to)).toBe(expected);
  });
});
