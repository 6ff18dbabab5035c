import { describe, expect, it } from "vitest";
import { aSystem, report, sample, traineeship } from "./a-system.ts";

const system = await aSystem();
const centrum = system.party("sf-centrum");
const kompetenscenter = system.party("kompetenscenter");
const assignment = "sf-centrum.SFC-2026-004711.1";

const calls = (name: string, operation: string) =>
  system.calls()[name]?.[operation] ?? { count: 0, writeUnits: 0, readUnits: 0 };

/** What one act adds to a function's calls. */
async function added(name: string, operation: string, act: () => Promise<unknown>) {
  const before = calls(name, operation);
  await act();
  await system.settle();
  const after = calls(name, operation);
  return { count: after.count - before.count, writeUnits: after.writeUnits - before.writeUnits };
}

describe("a decision's whole life on the table", () => {
  it("costs five write units for its first version and seven for what hand-off keeps of it, two for a report and four for a follow-up", async () => {
    const first = await added("hemvist-receive-decision", "DynamoDB.PutItem", () =>
      centrum.post("/v1/decisions", sample(traineeship)),
    );
    const memory = calls("hemvist-hand-off", "DynamoDB.BatchWriteItem");
    const told = await added("hemvist-record-progress", "DynamoDB.PutItem", () =>
      kompetenscenter.post(`/v1/assignments/${assignment}/progress`, report(assignment, "received")),
    );
    const followed = await added("hemvist-follow-up", "DynamoDB.PutItem", () =>
      system.advance("2026-11-03T12:00:00Z"),
    );

    expect([first, told]).toEqual([
      { count: 1, writeUnits: 5 },
      { count: 1, writeUnits: 2 },
    ]);
    // A receipt for each of two assignments, and the three messages that were sent.
    expect(memory).toEqual({ count: 2, writeUnits: 7, readUnits: 0 });
    // The hourly heartbeats are one unit each. The reminder is the only other write.
    expect(followed.writeUnits - (followed.count - 1)).toBe(4);
  });

  it("is one call to AWS for each decision that is taken in: the key was derived when the process started", async () => {
    const before = system.calls()["hemvist-receive-decision"];
    for (const decisionId of ["SFC-2026-1", "SFC-2026-2", "SFC-2026-3"])
      await centrum.post("/v1/decisions", sample(traineeship, { decisionId }));

    expect(before).toEqual({ "DynamoDB.PutItem": { count: 1, writeUnits: 5, readUnits: 0 } });
    expect(system.calls()["hemvist-receive-decision"]).toEqual({
      "DynamoDB.PutItem": { count: 4, writeUnits: 20, readUnits: 0 },
    });
  });
});
