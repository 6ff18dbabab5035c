import { describe, expect, it } from "vitest";
import { type AssignmentStatus, isOpen } from "./assignment.ts";

describe("an assignment", () => {
  const open: AssignmentStatus[] = ["requested", "received", "accepted", "in-progress", "on-hold"];
  const ended: AssignmentStatus[] = ["rejected", "completed", "failed", "cancelled"];

  it("is open until it has come to an end", () => {
    expect(open.filter((status) => isOpen({ status }))).toEqual(open);
    expect(ended.filter((status) => isOpen({ status }))).toEqual([]);
  });
});
