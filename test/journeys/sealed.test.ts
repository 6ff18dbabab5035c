import { DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import { describe, expect, it } from "vitest";
import { aSystem, report, sample, traineeship } from "./a-system.ts";

const changes: string[] = [];
const system = await aSystem({ onChange: ({ dynamodb }) => changes.push(legible(dynamodb)) });
const centrum = system.party("sf-centrum");
const kompetenscenter = system.party("kompetenscenter");
const assignment = "sf-centrum.SFC-2026-004711.1";

/** Whatever is written in the clear, and what Base64 hides from the eye only. */
function legible(value: unknown): string {
  const texts: string[] = [];
  JSON.stringify(value, (_name, each: unknown) => {
    if (typeof each === "string") texts.push(each, Buffer.from(each, "base64").toString("latin1"));
    if (each instanceof Uint8Array) texts.push(Buffer.from(each).toString("latin1"));
    return each;
  });
  return texts.join("\n");
}

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

describe("a dump", () => {
  /**
   * Number, name, words of the assessment, all that the samples above say of a person. None is so short that random
   * Base64 would hold it.
   */
  const secrets = [
    "189001189803",
    "18900118-9803",
    "18900118",
    "Sample",
    "unemployment",
    "established",
    "full-time",
  ];

  const dumps = {
    "the table": async () => {
      const { Items = [] } = await new DynamoDBClient(system.clientFor("operations")).send(
        new ScanCommand({ TableName: "decisions" }),
      );
      expect(Items.length).toBeGreaterThan(3);
      return legible(Items);
    },
    "its stream": () => {
      expect(changes.length).toBeGreaterThan(3);
      return Promise.resolve(changes.join("\n"));
    },
    "the logs": () => Promise.resolve(system.logs.map(({ line }) => line).join("\n")),
  };

  it.each(Object.entries(dumps))("of %s has nothing that was sent about the person", async (_what, dump) => {
    const text = await dump();

    expect(text).toContain("SFC-2026-004711");
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
  });

  it("of what the provider received has all it needs", async () => {
    const received = await kompetenscenter.take("assignments-kompetenscenter.fifo");

    expect(JSON.stringify(received)).toContain("189001189803");
  });
});
