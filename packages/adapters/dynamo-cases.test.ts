import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from "@aws-sdk/client-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { aReport, progressed, received } from "../../test/support/a-case.ts";
import { aSeal } from "../../test/support/a-seal.ts";
import { itemOf } from "./case-item.ts";
import { decoyUnder } from "./decoy.ts";
import { dynamoCases } from "./dynamo-cases.ts";
import { type Seal, sealedWith } from "./seal.ts";

const dynamo = mockClient(DynamoDBClient);
beforeEach(() => {
  dynamo.reset();
});

const cases = dynamoCases("decisions", aSeal, { client: new DynamoDBClient({}) });
const first = received();
const second = progressed(first, aReport("received"));
const rival = progressed(first, aReport("accepted"));

const refusedFor = (Item?: Record<string, AttributeValue>) =>
  new ConditionalCheckFailedException({
    message: "The conditional request failed",
    $metadata: {},
    ...(Item ? { Item } : {}),
  });

describe("writing", () => {
  it("the first version stands on nothing, the next on the one before it", async () => {
    dynamo.on(PutItemCommand).resolves({});

    await cases.save(first);
    await cases.save(second);

    const inputs = dynamo.commandCalls(PutItemCommand).map(({ args: [{ input }] }) => input);
    expect(inputs).toMatchObject([
      { ConditionExpression: "attribute_not_exists(pk)", ReturnValuesOnConditionCheckFailure: "ALL_OLD" },
      { ConditionExpression: "#version = :before", ExpressionAttributeValues: { ":before": { N: "1" } } },
    ]);
  });

  it("says how much of its room a written decision takes, and nothing about one that was not written", async () => {
    const taken: unknown[] = [];
    const onWritten = (decision: string, share: number) => void taken.push([decision, share < 0.01]);
    const watched = dynamoCases("decisions", aSeal, { client: new DynamoDBClient({}), onWritten });
    dynamo
      .on(PutItemCommand)
      .resolvesOnce({})
      .rejects(refusedFor(await itemOf(rival, aSeal)));

    await watched.save(first);
    await watched.save(second);

    expect(taken).toEqual([["sf-centrum.SFC-2026-004711", true]]);
  });

  it("a lost race gives what stands instead, out of the refusal itself", async () => {
    dynamo.on(PutItemCommand).rejects(refusedFor(await itemOf(rival, aSeal)));

    expect(await cases.save(second)).toEqual({ saved: false, current: rival });
    expect(dynamo.commandCalls(GetItemCommand)).toEqual([]);
  });

  it("a lost race is read where the refusal does not hold what stands", async () => {
    dynamo.on(PutItemCommand).rejects(refusedFor());
    dynamo.on(GetItemCommand).resolves({ Item: await itemOf(rival, aSeal) });

    expect(await cases.save(second)).toEqual({ saved: false, current: rival });
    expect(dynamo.commandCalls(GetItemCommand)[0]?.args[0].input).toMatchObject({ ConsistentRead: true });
  });

  it("our own write, whose answer was lost, is a write", async () => {
    dynamo.on(PutItemCommand).rejects(refusedFor(await itemOf(second, aSeal)));

    expect(await cases.save(second)).toEqual({ saved: true });
  });

  it.each(["ProvisionedThroughputExceededException", "ThrottlingException", "InternalServerError"])(
    "%s passes through: it is tried again, never taken for a lost race",
    async (name) => {
      dynamo.on(PutItemCommand).rejects(Object.assign(new Error("busy"), { name }));

      await expect(cases.save(second)).rejects.toMatchObject({ name });
    },
  );
});

describe("reading", () => {
  it("is of what was written last, never of a copy that lags", async () => {
    dynamo.on(GetItemCommand).resolves({ Item: await itemOf(first, aSeal) });

    expect(await cases.find(first)).toEqual(first);
    expect(dynamo.commandCalls(GetItemCommand)[0]?.args[0].input).toEqual({
      TableName: "decisions",
      Key: { pk: { S: "sf-centrum.SFC-2026-004711" } },
      ConsistentRead: true,
    });
  });

  it("an item that is no record is an error that names fields, and not what they hold", async () => {
    dynamo.on(GetItemCommand).resolves({
      Item: {
        ...(await itemOf(first, aSeal)),
        body: {
          B: await aSeal.close(JSON.stringify({ ...first, assignments: "18900118-9803" }), {
            pk: "sf-centrum.SFC-2026-004711",
            version: 1,
          }),
        },
      },
    });

    const trouble = await cases.find(first).catch((error: unknown) => error);

    expect(trouble).toMatchObject({ name: "UnknownForm" });
    expect(String(trouble)).toContain("assignments");
    expect(String(trouble)).not.toContain("9803");
  });

  describe("one that cannot be read", () => {
    const others = { administration: "sf-centrum", decisionId: "SFC-2026-009999" };
    beforeEach(async () => {
      // The body of one decision under the key of another.
      const Item = { ...(await itemOf(first, aSeal)), pk: { S: "sf-centrum.SFC-2026-009999" } };
      dynamo.on(GetItemCommand).resolves({ Item });
    });

    it("is told, and counts as none", async () => {
      const unread: unknown[] = [];
      const found = await cases.find(others, (key, error) => unread.push([key, (error as Error).name]));

      expect(found).toBeUndefined();
      expect(unread).toEqual([[others, "BodyDoesNotOpen"]]);
    });

    it("is an error where the caller does not say what becomes of it", async () => {
      await expect(cases.find(others)).rejects.toMatchObject({ name: "BodyDoesNotOpen" });
    });

    it("is not one whose key KMS does not give just now: what is passing is tried again", async () => {
      const noKey = sealedWith(() =>
        Promise.reject(Object.assign(new Error(), { name: "ThrottlingException" })),
      );
      const unread: unknown[] = [];
      const look = dynamoCases("decisions", noKey, { client: new DynamoDBClient({}) }).find(others, (key) =>
        unread.push(key),
      );

      await expect(look).rejects.toMatchObject({ name: "ThrottlingException" });
      expect(unread).toEqual([]);
    });

    it("is not one for which the table does not answer", async () => {
      dynamo.on(GetItemCommand).rejects(new Error("throttled"));

      await expect(cases.find(others, () => {})).rejects.toThrow("throttled");
    });
  });

  it("a person's decisions are named once, also one that two indexes have, and none is opened", async () => {
    const [one, two] = [{ S: "sf-centrum.SFC-2026-004711" }, { S: "sf-hisingen.SFH-1" }];
    dynamo
      .on(QueryCommand)
      .resolves({ Items: [{ pk: one }] })
      .on(QueryCommand, { IndexName: "former" })
      .resolves({ Items: [{ pk: two }, { pk: one }] });

    expect(await cases.ofPerson("pseudonym")).toEqual([
      { administration: "sf-centrum", decisionId: "SFC-2026-004711" },
      { administration: "sf-hisingen", decisionId: "SFH-1" },
    ]);
    expect(dynamo.commandCalls(GetItemCommand)).toEqual([]);
  });

  it("asks each part of the due index, and for every page of it", async () => {
    dynamo.on(QueryCommand).resolves({ Items: [] });
    dynamo
      .on(QueryCommand, {
        ExpressionAttributeValues: { ":shard": { S: "due-2" }, ":until": { S: "2026-11-03T09:00:00Z" } },
      })
      .resolvesOnce({
        Items: [{ pk: { S: "sf-centrum.B" }, dueAt: { S: "2026-11-03T08:00:00Z" } }],
        LastEvaluatedKey: { pk: { S: "sf-centrum.B" } },
      })
      .resolvesOnce({ Items: [{ pk: { S: "sf-centrum.A" }, dueAt: { S: "2026-11-03T07:00:00Z" } }] });

    expect(await cases.due("2026-11-03T09:00:00Z")).toEqual([
      { administration: "sf-centrum", decisionId: "A", dueAt: "2026-11-03T07:00:00Z" },
      { administration: "sf-centrum", decisionId: "B", dueAt: "2026-11-03T08:00:00Z" },
    ]);
    expect(dynamo.commandCalls(QueryCommand)).toHaveLength(5);
  });
});

describe("a decision that does not exist", () => {
  it("takes the same work to look for as one that exists: one read, and one body opened", async () => {
    const work = async (asked: typeof first): Promise<readonly number[]> => {
      const opened: number[] = [];
      const seal: Seal = {
        ...aSeal,
        open: (body, place) => {
          opened.push(body.length);
          return aSeal.open(body, place);
        },
      };
      const counted = dynamoCases("decisions", seal, { client: new DynamoDBClient({}) });
      dynamo.resetHistory();
      await counted.find(asked);
      return [dynamo.commandCalls(GetItemCommand).length, opened.length];
    };
    dynamo.on(GetItemCommand).resolves({ Item: await itemOf(first, aSeal) });
    const existing = await work(first);
    dynamo.on(GetItemCommand).resolves({});

    expect(await work(first)).toEqual(existing);
    expect(existing).toEqual([1, 1]);
    expect(await cases.find(first)).toBeUndefined();
  });

  it("is looked for in a record about as large as a first version", async () => {
    const sizes: number[] = [];
    const seal: Seal = {
      ...aSeal,
      close: (text, place) => {
        sizes.push(text.length);
        return aSeal.close(text, place);
      },
    };
    await decoyUnder(seal)();
    const [decoy = 0] = sizes;
    const real = JSON.stringify(first).length;

    expect(decoy).toBeGreaterThan(real / 1.5);
    expect(decoy).toBeLessThan(real * 1.5);
  });
});
