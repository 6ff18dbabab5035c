import { describe, expect, it } from "vitest";
import { proposalTransitions } from "./proposal.ts";

describe("the changes of a proposal's status", () => {
  // The contract's own table, line by line: to, from, by.
  it.each([
    ["agreed", ["proposed"], "sf"],
    ["declined", ["proposed"], "sf"],
    ["withdrawn", ["proposed"], "provider"],
    ["superseded", ["proposed"], "hemvist"],
  ])("go to %s from %j by %s", (to, from, by) => {
    expect(proposalTransitions.filter((transition) => transition.to === to)).toEqual([{ to, from, by }]);
  });

  it("are these four", () => {
    expect(proposalTransitions).toHaveLength(4);
  });
});
