import { describe, expect, it } from "vitest";
import type { AssignmentStatus } from "./assignment.ts";
import { isOpen } from "./assignment.ts";
import { mayGo, openTo, transitions } from "./transitions.ts";

describe("the transition table", () => {
  // The contract's own table, line by line: to, from, by.
  it.each([
    ["received", ["requested"], "provider"],
    ["accepted", ["requested", "received"], "provider"],
    ["rejected", ["requested", "received"], "provider"],
    ["in-progress", ["accepted", "on-hold", "in-progress"], "provider"],
    ["on-hold", ["in-progress"], "provider"],
    ["completed", ["in-progress"], "provider"],
    ["failed", ["accepted", "in-progress", "on-hold"], "provider"],
    ["cancelled", ["requested", "received", "accepted", "in-progress", "on-hold"], "sf"],
  ])("lets an assignment go to %s from %j by %s", (to, from, by) => {
    expect(transitions.filter((transition) => transition.to === to)).toMatchObject([{ from, by }]);
  });

  it.each([
    ["received", undefined, undefined],
    ["accepted", "expectedStartOn", undefined],
    [
      "rejected",
      "reason",
      ["no-capacity", "wrong-service", "person-declined", "person-unreachable", "other"],
    ],
    ["in-progress", undefined, undefined],
    ["on-hold", "reason", ["illness", "parental-leave", "awaiting-place", "other"]],
    ["completed", "result", undefined],
    ["failed", "reason", ["person-absent", "person-withdrew", "illness", "provider-cannot", "other"]],
    ["cancelled", undefined, undefined],
  ])("asks of a report of %s what it needs: %s %j", (status, needs, reasons) => {
    const transition = transitions.find(({ to }) => to === status);

    expect([transition?.needs, transition?.reasons]).toEqual([needs, reasons]);
  });

  it("lets a provider cancel nothing: that is SF's", () => {
    for (const { to } of transitions) expect(openTo(to)).not.toContain("cancelled");
    expect(mayGo("requested", "accepted")).toBe(true);
    expect(mayGo("requested", "cancelled")).toBe(false);
  });

  it("leads out of every open status and out of none that is an end", () => {
    const all: AssignmentStatus[] = ["requested", ...transitions.map(({ to }) => to)];

    for (const status of all) expect(openTo(status).length > 0).toBe(isOpen({ status }));
  });

  it("reaches every status from requested", () => {
    const reached = new Set<AssignmentStatus>(["requested"]);
    for (let pass = 0; pass < transitions.length; pass += 1) {
      for (const { from, to } of transitions) if (from.some((status) => reached.has(status))) reached.add(to);
    }

    expect(reached.size).toBe(transitions.length + 1);
  });
});
