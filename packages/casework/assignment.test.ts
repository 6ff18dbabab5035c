import { describe, expect, it } from "vitest";
import { type AssignmentStatus, assignmentIdOf, decisionOf, isOpen } from "./assignment.ts";

describe("an assignment's id", () => {
  it("names administration, decision and intervention", () => {
    const decision = { administration: "sf-centrum", decisionId: "SFC-2026-004711" };
    const assignmentId = assignmentIdOf(decision, "1");

    expect(assignmentId).toBe("sf-centrum.SFC-2026-004711.1");
    expect(decisionOf(assignmentId)).toEqual(decision);
  });

  it.each([
    "",
    "sf-centrum",
    "sf-centrum.SFC-1",
    "sf-centrum.SFC-1.",
    "sf-centrum..1",
    ".SFC-1.1",
    "a.b.c.d",
  ])("%j is none", (text) => {
    expect(decisionOf(text)).toBeUndefined();
  });
});

describe("an assignment", () => {
  const open: AssignmentStatus[] = ["requested", "received", "accepted", "in-progress", "on-hold"];
  const ended: AssignmentStatus[] = ["rejected", "completed", "failed", "cancelled"];

  it("is open until it has come to an end", () => {
    expect(open.filter((status) => isOpen({ status }))).toEqual(open);
    expect(ended.filter((status) => isOpen({ status }))).toEqual([]);
  });
});
