import { ConditionalCheckFailedException, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { aReport, progressed, received } from "../../test/support/a-case.ts";
import { itemOf } from "./case-item.ts";
import { dynamoCases } from "./dynamo-cases.ts";

const dynamo = mockClient(DynamoDBDocumentClient);
beforeEach(() => {
  dynamo.reset();
});

const cases = dynamoCases("decisions", new DynamoDBClient({}));
const first = received();
const second = progressed(first, aReport("received"));
const rival = progressed(first, aReport("accepted"));

const refusedFor = (item?: Readonly<Record<string, unknown>>) =>
  new ConditionalCheckFailedException({
    message: "The conditional request failed",
    $metadata: {},
    ...(item ? { Item: marshall(item, { removeUndefinedValues: true }) } : {}),
  });

describe("writing", () => {
  it("the first version stands on nothing, the next on the one before it", async () => {
    dynamo.on(PutCommand).resolves({});

    await cases.save(first);
    await cases.save(second);

    const inputs = dynamo.commandCalls(PutCommand).map(({ args: [{ input }] }) => input);
    expect(inputs).toMatchObject([
      { ConditionExpression: "attribute_not_exists(pk)", ReturnValuesOnConditionCheckFailure: "ALL_OLD" },
      { ConditionExpression: "#version = :before", ExpressionAttributeValues: { ":before": 1 } },
    ]);
  });

  it("a lost race gives what stands instead, out of the refusal itself", async () => {
    dynamo.on(PutCommand).rejects(refusedFor(itemOf(rival)));

    expect(await cases.save(second)).toEqual({ saved: false, current: rival });
    expect(dynamo.commandCalls(GetCommand)).toEqual([]);
  });

  it("a lost race is read where the refusal does not hold what stands", async () => {
    dynamo.on(PutCommand).rejects(refusedFor());
    dynamo.on(GetCommand).resolves({ Item: itemOf(rival) });

    expect(await cases.save(second)).toEqual({ saved: false, current: rival });
    expect(dynamo.commandCalls(GetCommand)[0]?.args[0].input).toMatchObject({ ConsistentRead: true });
  });

  it("our own write, whose answer was lost, is a write", async () => {
    dynamo.on(PutCommand).rejects(refusedFor(itemOf(second)));

    expect(await cases.save(second)).toEqual({ saved: true });
  });

  it.each(["ProvisionedThroughputExceededException", "ThrottlingException", "InternalServerError"])(
    "%s passes through: it is tried again, never taken for a lost race",
    async (name) => {
      dynamo.on(PutCommand).rejects(Object.assign(new Error("busy"), { name }));

      await expect(cases.save(second)).rejects.toMatchObject({ name });
    },
  );
});

describe("reading", () => {
  it("is of what was written last, never of a copy that lags", async () => {
    dynamo.on(GetCommand).resolves({ Item: itemOf(first) });

    expect(await cases.find(first)).toEqual(first);
    expect(dynamo.commandCalls(GetCommand)[0]?.args[0].input).toEqual({
      TableName: "decisions",
      Key: { pk: "sf-centrum.SFC-2026-004711" },
      ConsistentRead: true,
    });
  });

  it("an item that is no record is found out, and told by its fields and not by what they hold", async () => {
    dynamo.on(GetCommand).resolves({ Item: { ...itemOf(first), assignments: "18900118-9803" } });

    const trouble = await cases.find(first).catch((error: unknown) => error);

    expect(trouble).toMatchObject({ name: "ZodError" });
    expect(String(trouble)).toContain("assignments");
    expect(String(trouble)).not.toContain("9803");
  });

  describe("all of a person's", () => {
    const unreadable = { ...itemOf(first), pk: "sf-centrum.SFC-2026-009999", assignments: "18900118-9803" };
    beforeEach(() => {
      dynamo.on(QueryCommand).resolves({ Items: [{ pk: unreadable.pk }, { pk: itemOf(first)["pk"] }] });
      dynamo.on(GetCommand, { Key: { pk: unreadable.pk } }).resolves({ Item: unreadable });
      dynamo.on(GetCommand, { Key: { pk: itemOf(first)["pk"] } }).resolves({ Item: itemOf(first) });
    });

    it.each(["ofPerson", "ofCase"] as const)("are found where one cannot be read: %s", async (by) => {
      const unread: unknown[] = [];
      const found = await cases[by]("pseudonym", (key, error) => unread.push([key, (error as Error).name]));

      expect(new Set(found.map(({ decisionId }) => decisionId))).toEqual(new Set([first.decisionId]));
      expect(unread[0]).toEqual([
        { administration: "sf-centrum", decisionId: "SFC-2026-009999" },
        "ZodError",
      ]);
    });

    it("are refused whole where the caller does not say what becomes of one that cannot be read", async () => {
      await expect(cases.ofPerson("pseudonym")).rejects.toMatchObject({ name: "ZodError" });
    });

    it("are refused whole where the table does not answer: what is passing comes again", async () => {
      dynamo.on(GetCommand).rejects(new Error("throttled"));

      await expect(cases.ofPerson("pseudonym", () => {})).rejects.toThrow("throttled");
    });
  });

  it("asks each part of the due index, and for every page of it", async () => {
    dynamo.on(QueryCommand).resolves({ Items: [] });
    dynamo
      .on(QueryCommand, {
        ExpressionAttributeValues: { ":shard": "due-2", ":until": "2026-11-03T09:00:00Z" },
      })
      .resolvesOnce({
        Items: [{ pk: "sf-centrum.B", dueAt: "2026-11-03T08:00:00Z" }],
        LastEvaluatedKey: { pk: "sf-centrum.B" },
      })
      .resolvesOnce({ Items: [{ pk: "sf-centrum.A", dueAt: "2026-11-03T07:00:00Z" }] });

    expect(await cases.due("2026-11-03T09:00:00Z")).toEqual([
      { administration: "sf-centrum", decisionId: "A" },
      { administration: "sf-centrum", decisionId: "B" },
    ]);
    expect(dynamo.commandCalls(QueryCommand)).toHaveLength(5);
  });
});
