import { accessMatrix } from "@hemvist/rules";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { type FuzzResult, fuzzRun } from "./fuzz-run.ts";
import { kinds } from "./requests.ts";

// The short form of `npm run fuzz`: the running system, real tokens, one seed.

let result: FuzzResult;
beforeAll(async () => {
  result = await fuzzRun({ requests: 1500, seed: 1, templates: inject("templates") });
});

describe("requests from the OpenAPI document", () => {
  it("find no fault, no answer outside the document, and nothing that is another party's", () => {
    expect(result.found).toEqual([]);
  });

  it("are of every kind, for every operation, and many of them are taken", () => {
    expect([...result.kinds.keys()].sort()).toEqual([...kinds].sort());
    expect([...result.answers.keys()].sort()).toEqual(accessMatrix.map(({ operation }) => operation).sort());
    for (const [operation, statuses] of result.answers) {
      const taken = [...statuses].filter(([status]) => status < 300);
      expect([operation, taken.length > 0]).toEqual([operation, true]);
    }
    expect(result.decisions).toBeGreaterThan(10);
    expect(result.tricks.size).toBeGreaterThan(25);
    expect([...result.messages.keys()]).toEqual(
      expect.arrayContaining([
        "assignment.requested",
        "decision.assigned",
        "decision.unreadable",
        "progress.refused",
      ]),
    );
  });
});
