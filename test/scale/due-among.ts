import { BatchWriteItemCommand, type DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { dynamoCases } from "@hemvist/adapters";
import type { CaseRecord } from "@hemvist/casework";
import { followUpDue } from "../../functions/follow-up/follow-up-due.ts";
import { type Item, itemOf } from "../../packages/adapters/case-item.ts";
import { received } from "../support/a-case.ts";
import { aDecision } from "../support/a-decision.ts";
import { aSeal } from "../support/a-seal.ts";
import { inParts, putInStorage } from "../support/engines/dynalite-storage.ts";
import { openDynalite, tableName } from "../support/engines/dynamo-engines.ts";
import { goteborg } from "../support/goteborg.ts";

export interface DueAmong {
  /** How many calls of each kind the run made, such as `Query`. */
  readonly calls: Readonly<Record<string, number>>;
  /** How many decisions it notified a party about. */
  readonly notified: number;
  /** Processor time, with the engine's, which is in the same process. */
  readonly milliseconds: number;
}

interface Stored {
  readonly due: number;
  readonly stored: number;
}

/** In office hours, after the first reminder of a decision that came on the Monday. */
const now = "2026-11-05T09:00:00Z";
const later = "2027-11-05T09:00:00Z";

/**
 * Runs of follow-up on a real table engine, where few of many stored decisions are due. The others are in the index
 * too, with a later day, as open decisions are. The same decisions are due again before each run.
 */
export async function dueAmong({
  runs = 1,
  ...stored
}: Stored & { readonly runs?: number }): Promise<readonly DueAmong[]> {
  const { client, stop } = await openDynalite();
  try {
    await store(client, await itemsOf(stored));
    const dueItems = [...(await itemsOf({ ...stored, stored: stored.due }))];
    const all: DueAmong[] = [];
    for (let run = 0; run < runs; run += 1) {
      await store(client, dueItems);
      all.push(await runOn(client));
    }
    return all;
  } finally {
    await stop();
  }
}

/** The same where so many are stored that they lie in a folder, and came there past the engine's door. */
export async function dueAmongInFolder(path: string, { due, stored }: Stored): Promise<DueAmong> {
  await (await openDynalite({ path })).stop();
  await putInStorage(path, await itemsOf({ due, stored, bytes: 1 }));
  const { client, stop } = await openDynalite({ path, hasTable: true });
  try {
    return await runOn(client);
  } finally {
    await stop();
  }
}

async function runOn(client: DynamoDBClient): Promise<DueAmong> {
  const calls: Record<string, number> = {};
  const run = followUpDue({
    municipality: goteborg,
    cases: dynamoCases(tableName, aSeal, { client: counting(client, calls) }),
    onNotified: () => {},
    onFailed: (_key, error) => {
      throw error;
    },
  });
  const started = process.cpuUsage();
  const { told: notified } = await run(now);
  const { user, system } = process.cpuUsage(started);
  return { calls, notified, milliseconds: (user + system) / 1000 };
}

/** The same client, which counts each call by its command. */
function counting(client: DynamoDBClient, calls: Record<string, number>): DynamoDBClient {
  const send = (command: { readonly constructor: { readonly name: string } }) => {
    const name = command.constructor.name.replace("Command", "");
    calls[name] = (calls[name] ?? 0) + 1;
    return client.send(command as never);
  };
  return new Proxy(client, { get: (target, name) => (name === "send" ? send : Reflect.get(target, name)) });
}

const perBatch = 25;
const batchesAtOnce = 8;

async function store(client: DynamoDBClient, items: Iterable<Item>): Promise<void> {
  const put = (batch: readonly Item[]) =>
    client.send(
      new BatchWriteItemCommand({
        RequestItems: { [tableName]: batch.map((Item) => ({ PutRequest: { Item } })) },
      }),
    );
  for (const batches of inParts(inParts(items, perBatch), batchesAtOnce)) await Promise.all(batches.map(put));
}

/** Those that are due, and then the others, one by one. */
async function itemsOf({
  due,
  stored,
  bytes,
}: Stored & { readonly bytes?: number }): Promise<Iterable<Item>> {
  const asleep = await itemOf(received(), aSeal);
  const dueItems = await Promise.all(Array.from({ length: due }, (_, index) => itemOf(named(index), aSeal)));
  // The body of a decision that is not due is never read: any bytes will do.
  const body = { B: asleep["body"]?.B?.slice(0, bytes) ?? new Uint8Array() };
  return (function* () {
    yield* dueItems;
    for (let index = 0; index < stored - due; index += 1)
      yield {
        ...asleep,
        body,
        pk: { S: `sf-centrum.ASLEEP-${index}` },
        personKey: { S: `person ${index}` },
        caseKey: { S: `case ${index}` },
        dueShard: { S: `due-${index % 4}` },
        dueAt: { S: later },
      };
  })();
}

const named = (index: number): CaseRecord => received(aDecision({ decisionId: `DUE-${index}` }));
