import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type AssignmentStatus,
  followUpKinds,
  type ProposalRefusal,
  type Refusal,
  transitions,
} from "@hemvist/casework";
import { describe, expect, it } from "vitest";
import { goteborg } from "../../../test/support/goteborg.ts";
import { described } from "./described.ts";
import { type Dimension, valuesOf } from "./dimensions.ts";

describe.each(Object.entries(described))("%s, described", (_name, { from, sv, en }) => {
  it("is one sentence in each language, and names the functions that write it", () => {
    expect([sv, en]).toEqual([
      expect.stringMatching(/^[A-ZÅÄÖ][^.]+\.$/),
      expect.stringMatching(/^[A-Z][^.]+\.$/),
    ]);
    expect(from.length).toBeGreaterThan(0);
  });
});

describe("the values of a dimension", () => {
  const values = (dimension: Exclude<Dimension, "service">) => valuesOf(dimension, goteborg).toSorted();

  it("are the casework's own kinds of follow-up", () => {
    expect(values("kind")).toEqual(followUpKinds.toSorted());
  });

  it("are the ways in which an assignment ends: statuses that none follows", () => {
    const followed = new Set(transitions.flatMap(({ from }): readonly AssignmentStatus[] => from));

    expect(values("status")).toEqual(
      transitions
        .map(({ to }) => to)
        .filter((to) => !followed.has(to))
        .toSorted(),
    );
  });

  it("are the reasons why a message changes nothing, all of them", () => {
    type Why = Refusal["why"] | ProposalRefusal["why"] | "content-differs" | "revision-skipped" | "not-yours";
    const whys: Readonly<Record<Why, true>> = {
      "already-settled": true,
      "assignment-ended": true,
      "before-the-decision": true,
      "before-the-last": true,
      "content-differs": true,
      "in-the-future": true,
      "no-room": true,
      "no-such-assignment": true,
      "no-such-proposal": true,
      "not-open": true,
      "not-within-assignment": true,
      "not-yours": true,
      "outside-the-assignment": true,
      "progress-id-taken": true,
      "proposal-id-taken": true,
      "revision-skipped": true,
      "too-many": true,
    };

    expect(values("why")).toEqual(Object.keys(whys).toSorted());
  });

  it("are the problems that a call which is not let in gets", () => {
    const admission = readFileSync(join(import.meta.dirname, "..", "admission.ts"), "utf8");

    expect(values("problem")).toEqual(
      [...admission.matchAll(/refused: "([a-z-]+)"(?! \|)/g)].map(([, problem = ""]) => problem).toSorted(),
    );
  });

  it("are few, and no id", () => {
    const dimensions = [
      "administration",
      "area",
      "provider",
      "party",
      "rule",
      "why",
      "problem",
      "kind",
      "status",
    ] as const;

    for (const dimension of dimensions) {
      expect(values(dimension).length).toBeGreaterThan(1);
      expect(values(dimension).length).toBeLessThan(30);
      expect(new Set(values(dimension)).size).toBe(values(dimension).length);
    }
  });
});
