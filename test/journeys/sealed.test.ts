import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { describe, expect, it } from "vitest";
import { aSystem } from "./a-system.ts";
import { report, sample, traineeship } from "./sample.ts";

const records: object[] = [];
const system = await aSystem({ onChange: (record) => records.push(record) });
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
  it("costs five write units for its first version and three for what hand-off keeps of it, two for a report and four for a follow-up", async () => {
    const first = await added("hemvist-receive-decision", "DynamoDB.PutItem", () =>
      centrum.post("/v1/decisions", sample(traineeship)),
    );
    const handOff = system.calls()["hemvist-hand-off"];
    const reported = await added("hemvist-record-progress", "DynamoDB.PutItem", () =>
      kompetenscenter.post(`/v1/assignments/${assignment}/progress`, report(assignment, "received")),
    );
    const followed = await added("hemvist-follow-up", "DynamoDB.PutItem", () =>
      system.advance("2026-11-03T12:00:00Z"),
    );

    expect([first, reported]).toEqual([
      // One of the two is the time at which the administration was heard: one an hour.
      { count: 2, writeUnits: 5 + 1 },
      { count: 1, writeUnits: 2 },
    ]);
    // The three messages, and that two of them are requests: two units and one. With the write above, five calls.
    expect(handOff).toMatchObject({
      "DynamoDB.GetItem": { count: 1 },
      "SQS.SendMessageBatch": { count: 2 },
      "DynamoDB.BatchWriteItem": { count: 1, writeUnits: 3 },
    });
    expect(Object.values(handOff ?? {}).reduce((sum, { count }) => sum + count, 0)).toBe(4);
    // The hourly heartbeats are one unit each. The reminder is the only other write.
    expect(followed.writeUnits - (followed.count - 1)).toBe(4);
  });

  it("is one call to AWS for each decision that is taken in: the key was derived when the process started", async () => {
    const before = system.calls()["hemvist-receive-decision"];
    for (const decisionId of ["SFC-2026-1", "SFC-2026-2", "SFC-2026-3"])
      await centrum.post("/v1/decisions", sample(traineeship, { decisionId }));

    expect(before).toEqual({ "DynamoDB.PutItem": { count: 2, writeUnits: 5 + 1, readUnits: 0 } });
    expect(system.calls()["hemvist-receive-decision"]).toEqual({
      // The administration was heard on two days.
      "DynamoDB.PutItem": { count: 4 + 2, writeUnits: 4 * 5 + 2, readUnits: 0 },
    });
  });
});

describe("ten decisions that hand-off gets in one batch", () => {
  it("cost it fourteen calls, and twelve write units for what it keeps", async () => {
    const before = records.length;
    for (let index = 0; index < 10; index += 1)
      await centrum.post("/v1/decisions", sample(traineeship, { decisionId: `SFC-2026-10${index}` }));
    await system.settle();
    const counted = system.calls()["hemvist-hand-off"] ?? {};
    const lambda = new LambdaClient(system.clientFor("a-tester"));
    await lambda.send(
      new InvokeCommand({
        FunctionName: "hemvist-hand-off:live",
        Payload: JSON.stringify({ Records: records.slice(before) }),
      }),
    );

    const added = Object.entries(system.calls()["hemvist-hand-off"] ?? {}).map(([operation, after]) => [
      operation,
      after.count - (counted[operation]?.count ?? 0),
      after.writeUnits - (counted[operation]?.writeUnits ?? 0),
    ]);
    expect(added).toEqual(
      expect.arrayContaining([
        ["DynamoDB.GetItem", 10, 0],
        ["SQS.SendMessageBatch", 3, 0],
        // One unit for each decision's requests, and two for all thirty messages.
        ["DynamoDB.BatchWriteItem", 1, 12],
      ]),
    );
    // With one PutItem for each decision: 2.4 calls and 6.2 write units for it in all.
    expect(added.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(14);
  });
});
