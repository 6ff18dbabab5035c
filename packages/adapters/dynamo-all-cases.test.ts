import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { received } from "../../test/support/a-case.ts";
import { itemOf } from "./case-item.ts";
import { dynamoAllCases } from "./dynamo-all-cases.ts";

const dynamo = mockClient(DynamoDBDocumentClient);
beforeEach(() => {
  dynamo.reset();
});

const all = dynamoAllCases("decisions", new DynamoDBClient({}));
const first = received();
const second = { ...first, decisionId: "SFC-2026-004799" };

const gathered = async () => {
  const found = [];
  for await (const record of all()) found.push(record);
  return found;
};

describe("all records", () => {
  it("come from every page", async () => {
    dynamo
      .on(ScanCommand)
      .resolvesOnce({ Items: [itemOf(first)], LastEvaluatedKey: { pk: "sf-centrum.SFC-2026-004711" } })
      .resolvesOnce({ Items: [itemOf(second)] });

    expect(await gathered()).toEqual([first, second]);
    expect(dynamo.commandCalls(ScanCommand)[1]?.args[0].input).toMatchObject({
      ExclusiveStartKey: { pk: "sf-centrum.SFC-2026-004711" },
    });
  });

  it("are read, not believed: one that is no record stops the report and tells nothing of what it holds", async () => {
    dynamo.on(ScanCommand).resolves({ Items: [{ ...itemOf(first), assignments: "18900118-9803" }] });

    const trouble = await gathered().catch((error: unknown) => error);

    expect(trouble).toMatchObject({ name: "ZodError" });
    expect(String(trouble)).not.toContain("9803");
  });
});
