import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from "@aws-sdk/client-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { aSeal } from "../../test/support/a-seal.ts";
import { dynamoHeard } from "./dynamo-heard.ts";
import { isNoDecision } from "./dynamo-heartbeat.ts";
import { outboxOf } from "./stream-outbox.ts";

const dynamo = mockClient(DynamoDBClient);
beforeEach(() => {
  dynamo.reset();
  dynamo.on(PutItemCommand).resolves({});
});

const opened = () => dynamoHeard("decisions", new DynamoDBClient({}));
const written = () => dynamo.commandCalls(PutItemCommand).map(({ args: [{ input }] }) => input.Item ?? {});

describe("when an administration's newest decision came", () => {
  it("is an item of the table that is no decision, and causes no message", async () => {
    await opened().note("sf-centrum", "2026-11-02T09:00:00Z");

    const [item = {}] = written();
    expect(item).toEqual({ pk: { S: "heard:sf-centrum" }, at: { S: "2026-11-02T09:00:00Z" } });
    expect(isNoDecision(item)).toBe(true);
    expect(await outboxOf({ NewImage: item }, aSeal)).toEqual([]);
  });

  it("costs a process one write an hour for each administration", async () => {
    const { note } = opened();
    for (const at of ["09:00:00", "09:30:00", "09:59:59", "10:00:00"])
      for (const sf of ["sf-centrum", "sf-nordost"]) await note(sf, `2026-11-02T${at}Z`);

    expect(written().map(({ at }) => at?.S)).toEqual([
      "2026-11-02T09:00:00Z",
      "2026-11-02T09:00:00Z",
      "2026-11-02T10:00:00Z",
      "2026-11-02T10:00:00Z",
    ]);
  });

  it("is not put back by a message that has waited in a queue", async () => {
    dynamo.on(PutItemCommand).rejects(new ConditionalCheckFailedException({ $metadata: {}, message: "" }));

    await opened().note("sf-centrum", "2026-11-02T09:00:00Z");

    expect(dynamo.commandCalls(PutItemCommand)[0]?.args[0].input).toMatchObject({
      ConditionExpression: "attribute_not_exists(pk) OR #at < :at",
    });
  });

  it("that could not be written is written with the next decision", async () => {
    const { note } = opened();
    dynamo.on(PutItemCommand).rejectsOnce(new Error("busy")).resolves({});

    await expect(note("sf-centrum", "2026-11-02T09:00:00Z")).rejects.toThrow("busy");
    await note("sf-centrum", "2026-11-02T09:01:00Z");

    expect(written()).toHaveLength(2);
  });

  it("is not known of one that has sent none", async () => {
    dynamo
      .on(GetItemCommand, { TableName: "decisions", Key: { pk: { S: "heard:sf-centrum" } } })
      .resolves({ Item: { pk: { S: "heard:sf-centrum" }, at: { S: "2026-11-02T09:00:00Z" } } })
      .on(GetItemCommand, { TableName: "decisions", Key: { pk: { S: "heard:sf-nordost" } } })
      .resolves({});

    expect(await opened().newest("sf-centrum")).toBe("2026-11-02T09:00:00Z");
    expect(await opened().newest("sf-nordost")).toBeUndefined();
  });
});
