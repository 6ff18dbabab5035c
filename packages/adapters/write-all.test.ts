import { BatchWriteItemCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { NotAllKept } from "@hemvist/casework";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { writeAll } from "./write-all.ts";

const dynamo = mockClient(DynamoDBClient);
beforeEach(() => dynamo.reset());

const client = new DynamoDBClient({});
const items = (many: number) => Array.from({ length: many }, (_, index) => ({ id: { S: String(index) } }));

type Puts = readonly { readonly PutRequest: { readonly Item: { readonly id: { readonly S: string } } } }[];
const putsIn = (input: unknown): Puts =>
  (input as { readonly RequestItems: { readonly table: Puts } }).RequestItems.table;

/** A table that takes some of each call, in order, and leaves out the rest: what it took, and each pause. */
function tableThatTakes(...takes: readonly number[]) {
  const taken: string[] = [];
  const pauses: number[] = [];
  let call = 0;
  dynamo.on(BatchWriteItemCommand).callsFake((input) => {
    const takesNow = takes[call] ?? takes.at(-1) ?? 25;
    call += 1;
    const puts = putsIn(input);
    taken.push(...puts.slice(0, takesNow).map(({ PutRequest }) => PutRequest.Item.id.S));
    return { UnprocessedItems: { table: puts.slice(takesNow) } };
  });
  const pause = (ms: number) => Promise.resolve(pauses.push(ms));
  const write = (many: number) => writeAll(client, { table: "table", items: items(many), pause });
  return { taken, pauses, write };
}

describe("writing many items", () => {
  it("80 are 80, where the table leaves out 30 of them at first", async () => {
    const { taken, write } = tableThatTakes(15, 15, 15, 5, 25);

    await write(80);

    expect(new Set(taken)).toEqual(new Set(items(80).map(({ id }) => id.S)));
    expect(taken).toHaveLength(80);
  });

  it("waits a little longer each time that some are left out", async () => {
    const { pauses, write } = tableThatTakes(5, 5, 5, 25);

    await write(25);

    expect(pauses).toEqual([50, 100, 200]);
  });

  it("ends, and says how many are not written", async () => {
    const { taken, pauses, write } = tableThatTakes(25, 0);

    await expect(write(80)).rejects.toMatchObject({ name: "NotAllKept", many: 55 });
    expect(taken).toHaveLength(25);
    expect(pauses.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(6000);
  });

  it("goes on with the others where a call fails, and names why if that lasts", async () => {
    const busy = new Error("busy");
    dynamo.on(BatchWriteItemCommand).rejectsOnce(busy).resolves({});
    await writeAll(client, { table: "table", items: items(80), pause: () => Promise.resolve() });
    expect(dynamo.commandCalls(BatchWriteItemCommand)).toHaveLength(5);

    dynamo.reset();
    dynamo.on(BatchWriteItemCommand).rejects(busy);
    const writing = writeAll(client, { table: "table", items: items(2), pause: () => Promise.resolve() });

    await expect(writing).rejects.toEqual(new NotAllKept(2, busy));
  });

  it("makes no call for nothing", async () => {
    await writeAll(client, { table: "table", items: [] });

    expect(dynamo.calls()).toHaveLength(0);
  });
});
