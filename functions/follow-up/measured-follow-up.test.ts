import { describe, expect, it } from "vitest";
import { followedUp, received } from "../../test/support/a-case.ts";
import { logLines } from "../../test/support/log-lines.ts";
import { measureFollowUp } from "./measured-follow-up.ts";

const printed = logLines();
const lines = (): readonly Record<string, unknown>[] => printed().map((line) => JSON.parse(line));

const record = received();
const notified = followedUp(record, record.dueAt ?? "");

describe("what a follow-up is counted as", () => {
  it("is each notice, by what it is about", () => {
    measureFollowUp(notified, { dueAt: "2026-11-04T07:00:00Z", at: "2026-11-04T07:00:00Z" });

    expect(lines()).toContainEqual(expect.objectContaining({ NoticesGiven: 2, kind: "not-acknowledged" }));
  });

  it.each([
    ["at once", "2026-11-04T07:00:00Z", "2026-11-04T07:00:00Z", { FollowedUpInTime: 100 }],
    ["an hour later", "2026-11-04T07:00:00Z", "2026-11-04T08:00:00Z", { FollowedUpInTime: 100 }],
    [
      "a second more than an hour later",
      "2026-11-04T07:00:00Z",
      "2026-11-04T08:00:01Z",
      { FollowedUpInTime: 0, PromisesBroken: 1 },
    ],
    [
      "the next morning, where it was due when the last run of the day had gone",
      "2026-11-06T15:30:00Z",
      "2026-11-09T07:00:00Z",
      { FollowedUpInTime: 100 },
    ],
    [
      "an hour into the next morning",
      "2026-11-06T15:30:00Z",
      "2026-11-09T08:00:00Z",
      { FollowedUpInTime: 0, PromisesBroken: 1 },
    ],
  ])("is in time, or not: %s", (_when, dueAt, at, kept) => {
    measureFollowUp({ ...notified, history: [] }, { dueAt, at });

    expect(lines()).toMatchObject([kept]);
  });
});
