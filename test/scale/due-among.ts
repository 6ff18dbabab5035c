import { BatchWriteItemCommand, type DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { dynamoCases } from "@hemvist/adapters";
import type { CaseRecord } from "@hemvist/casework";
import { followUpDue } from "../../functions/follow-up/follow-up-due.ts";
import { type Item, itemOf } from "../../packages/adapters/case-item.ts";
import { received } from "../support/a-case.ts";
import { aDecision } from "../support/a-decision.ts";
import { aSeal } from "../support/a-seal.ts";
import { openDynalite, tableName } from "../support/engines/dynamo-engines.ts";
import { goteborg } from "../support/goteborg.ts";

export interface DueAmong {
  /** How many calls of each kind the run made, such as `Query`. */
  readonly calls: Readonly<Record<string, number>>;
  /** How many decisions it notified a party about. */
  readonly notified: number;
  readonly milliseconds: number;
}

/** In office hours, after the first reminder of a decision that came on the Monday. */
const now = "2026-11-05T09:00:00Z";
const later = "2027-11-05T09:00:00Z";

/**
 * One run of follow-up on a real table engine, where few of many stored decisions are due. The others are in the index
 * too, with a later day, as open decisions are.
 */
export async function dueAmong({
  due,
  stored,
}: {
  readonly due: number;
  readonly stored: number;
}): Promise<DueAmong> {
  const { client, stop } = await openDynalite();
  try {
    await store(client, { due, stored });
    const calls: Record<string, number> = {};
    const run = followUpDue({
      municipality: goteborg,
      cases: dynamoCases(tableName, aSeal, { client: counting(client, calls) }),
      onNotified: () => {},
      onFailed: (_key, error) => {
        throw error;
      },
    });
    const started = performance.now();
    const { told: notified } = await run(now);
    return { calls, notified, milliseconds: performance.now() - started };
  } finally {
    await stop();
  }
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

async function store(
  client: DynamoDBClient,
  { due, stored }: { readonly due: number; readonly stored: number },
): Promise<void> {
  const record = received();
  const asleep = await itemOf(record, aSeal);
  const items: Item[] = await Promise.all(
    Array.from({ length: due }, (_, index) => itemOf(named(index), aSeal)),
  );
  const flush = async (): Promise<void> => {
    const batches = Array.from({ length: Math.ceil(items.length / perBatch) }, () =>
      items.splice(0, perBatch),
    );
    await Promise.all(
      batches.map((batch) =>
        client.send(
          new BatchWriteItemCommand({
            RequestItems: { [tableName]: batch.map((Item) => ({ PutRequest: { Item } })) },
          }),
        ),
      ),
    );
  };
  for (let index = 0; index < stored - due; index += 1) {
    const pk = `sf-centrum.ASLEEP-${index}`;
    // The body of a decision that is not due is never read: any bytes of its length will do.
    items.push({
      ...asleep,
      pk: { S: pk },
      personKey: { S: `person ${index}` },
      caseKey: { S: `case ${index}` },
      dueShard: { S: `due-${index % 4}` },
      dueAt: { S: later },
    });
    if (items.length >= perBatch * batchesAtOnce) await flush();
  }
  await flush();
}

const named = (index: number): CaseRecord => received(aDecision({ decisionId: `DUE-${index}` }));
