import { DynamoDBClient, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { describe, expect, it } from "vitest";
import { aSystem } from "./a-system.ts";
import { sample, traineeship } from "./sample.ts";

const troubles: string[] = [];
const system = await aSystem({ onTrouble: (trouble) => troubles.push(trouble) });
const centrum = system.party("sf-centrum");
const dynamo = new DynamoDBClient(system.clientFor("a-tester"));

await centrum.post("/v1/decisions", sample(traineeship));
await centrum.post("/v1/decisions", sample(traineeship, { decisionId: "SFC-2026-009999" }));
await system.settle();

// Another version of the code has added an attribute that this one does not know.
await dynamo.send(
  new UpdateItemCommand({
    TableName: "decisions",
    Key: { pk: { S: "sf-centrum.SFC-2026-009999" } },
    UpdateExpression: "SET field = :value",
    ExpressionAttributeValues: { ":value": { S: "of another version" } },
  }),
);
await system.advance("2026-11-09T08:00:00Z");

const lines = (): readonly Record<string, unknown>[] =>
  system.logs.map(({ line }) => JSON.parse(line) as Record<string, unknown>);
const those = (message: string) => lines().filter((line) => line["message"] === message);

describe("a record that this version of the code cannot read", () => {
  it("is named and counted in each run of follow-up, and fails none", () => {
    const runs = those("follow-up run").filter(({ unreadable }) => unreadable === 1);

    expect(runs.length).toBeGreaterThan(10);
    expect(those("follow-up failed")[0]).toMatchObject({
      correlationid: "sf-centrum.SFC-2026-009999",
      error: "UnknownForm",
    });
    expect(lines()).toContainEqual(expect.objectContaining({ RecordsUnreadable: 1, service: "follow-up" }));
    // The version is the same as before, so hand-off sends nothing and sets nothing aside.
    expect([troubles, those("record set aside")]).toEqual([[], []]);
  });

  it("hides nothing else of the person it is about, and a search says that it is missing", async () => {
    const before = those("record unreadable, the answer leaves it out").length;
    const { status, body } = await centrum.post(
      "/v1/person-searches",
      JSON.stringify({ identityNumber: "18900118-9803", purpose: "Follow-up of the work plan" }),
    );

    expect(status).toBe(200);
    expect(body).toMatchObject({
      interventions: [{ decisionId: "SFC-2026-004711" }, { decisionId: "SFC-2026-004711" }],
      notRead: 1,
    });
    expect(those("record unreadable, the answer leaves it out").slice(before)).toEqual([
      expect.objectContaining({ correlationid: "sf-centrum.SFC-2026-009999", error: "UnknownForm" }),
    ]);
  });

  it("keeps no notice from any other party", () => {
    expect(those("follow-up told")).toContainEqual(
      expect.objectContaining({ correlationid: "sf-centrum.SFC-2026-004711" }),
    );
  });

  it("stops none of the five reports, which say that one decision is left out", async () => {
    expect(those("report issued").map(({ report }) => report)).toHaveLength(7);
    expect(those("record unreadable, the figures leave it out")).toEqual([
      expect.objectContaining({ correlationid: "sf-centrum.SFC-2026-009999", error: "UnknownForm" }),
    ]);
    const { endpoint, region } = system.clientFor("a-tester");
    const authorization = `AWS4-HMAC-SHA256 Credential=a-tester/20261109/${region}/s3/aws4_request`;
    const get = async (path: string) =>
      (await fetch(`${endpoint}${path}`, { headers: { authorization } })).text();
    const [, bucket = ""] = /<Name>([^<]*reports[^<]*)<\/Name>/.exec(await get("/")) ?? [];
    const issued = await get(`/${bucket}/week-40/2026W40/2026-10-04T22:00:00Z/issued.json`);

    expect(JSON.parse(issued)).toMatchObject({ leftOut: 1 });
  });
});
