import { describe, expect, it } from "vitest";
import { aReport, followedUpUntil, heardAt, received } from "../../test/support/a-case.ts";
import { newAssignmentIn } from "./handed-on.ts";

describe("the new assignment in a message", () => {
  it("is what a decision requests of a provider", () => {
    expect(received().outbox.flatMap((message) => newAssignmentIn(message) ?? [])).toEqual([
      {
        administration: "sf-centrum",
        area: "job",
        provider: "kompetenscenter",
        requestedAt: "2026-11-02T09:00:00Z",
      },
      {
        administration: "sf-centrum",
        area: "health",
        provider: "kompetenscenter",
        requestedAt: "2026-11-02T09:00:00Z",
      },
    ]);
  });

  it("is not there in one that follow-up sends again", () => {
    const again = followedUpUntil(received(), "2026-11-04T09:00:00Z").outbox;

    expect(again.map(({ event }) => event.type)).toContain("se.goteborg.hemvist.assignment.requested.v1");
    expect(again.flatMap((message) => newAssignmentIn(message) ?? [])).toEqual([]);
  });

  it("is not there in news for an SF", () => {
    const { outbox } = heardAt("2026-11-03T10:00:00Z", received(), aReport("received"));

    expect(outbox.length).toBeGreaterThan(0);
    expect(outbox.flatMap((message) => newAssignmentIn(message) ?? [])).toEqual([]);
  });
});
