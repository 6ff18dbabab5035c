import { describe, expect, it } from "vitest";
import { aReport, monday, progressed, received } from "../../../test/support/a-case.ts";
import { aDecision } from "../../../test/support/a-decision.ts";
import { rightOneSince } from "./right-one-since.ts";

const before = "2026-11-01T09:00:00Z";
const record = received(aDecision());
const { administration, decisionId } = record;
const assignmentId = `${administration}.${decisionId}.1`;

const since = (
  content: object,
  {
    queue = "decisions-sf-centrum",
    sentAt = before,
    of = record,
  }: { queue?: string; sentAt?: string; of?: typeof record } = {},
) => rightOneSince({ queue, sentAt, body: JSON.stringify({ administration, decisionId, ...content }) }, of);

describe("the sender of a letter that cannot be read", () => {
  it("has sent a right one since, if the record has that revision or a later one from after it", () => {
    expect(since({ revision: 1 })).toBe(monday);
    expect(since({})).toBe(monday);
  });

  it.each([
    ["the record has nothing from after it", { revision: 1 }, { sentAt: monday }],
    ["the record has only an earlier revision", { revision: 2 }, {}],
    ["it was another sender", { revision: 1 }, { queue: "decisions-sf-nordost" }],
    ["the letter is about an assignment", { assignmentId }, {}],
  ])("has not, if %s", (_why, content, changes) => {
    expect(since(content, changes)).toBeUndefined();
  });

  it("has, if it is a provider that has reported on the same assignment since", () => {
    const of = progressed(record, aReport("received"));
    const { at, by } = of.history.find(({ what }) => what === "progress-reported") ?? { at: "", by: "" };

    expect(since({ assignmentId }, { queue: `progress-${by}`, of })).toBe(at);
    expect(
      since({ assignmentId: assignmentId.replace(/1$/, "2") }, { queue: `progress-${by}`, of }),
    ).toBeUndefined();
  });

  it("is not known where no record stands", () => {
    expect(
      rightOneSince({ queue: "decisions-sf-centrum", sentAt: before, body: "{" }, undefined),
    ).toBeUndefined();
  });
});
