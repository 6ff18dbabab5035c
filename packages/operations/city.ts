import {
  dynamoItems,
  dynamoReceiptsOf,
  type Letter,
  type Letters,
  sqsDepth,
  sqsLetters,
  sqsUrls,
} from "@hemvist/adapters";
import type { CaseRecord, Instant } from "@hemvist/casework";
import { incomingQueues, physicalNames, queuesWithLetters } from "./addresses.ts";
import type { Unreadable } from "./reconcile.ts";

/** The running system, as the commands reach it: with the caller's own credentials, nothing before it is asked for. */
export interface City {
  readonly now: () => Instant;
  readonly records: () => AsyncIterable<CaseRecord | Unreadable>;
  readonly receiptsOf: (assignmentIds: readonly string[]) => Promise<ReadonlyMap<string, Instant>>;
  readonly letters: () => Promise<Letters>;
  readonly depth: (queue: string) => Promise<number>;
}

// As the templates name them: infra/constructs/decisions-table.ts and receipts-table.ts.
const decisions = "decisions";
const receipts = "receipts";

/** On AWS, or on what `AWS_ENDPOINT_URL` points at. */
export function cityOnAws(): City {
  const urls = once(() => sqsUrls(physicalNames(queuesWithLetters)));
  return {
    now: () => new Date().toISOString().replace(/\.\d{3}Z$/, "Z"),
    records: () => stored(),
    receiptsOf: (assignmentIds) => dynamoReceiptsOf(receipts)(assignmentIds),
    letters: async () => sqsLetters(await urls()),
    depth: async (queue) => sqsDepth((await urls())[queue] ?? ""),
  };
}

async function* stored(): AsyncIterable<CaseRecord | Unreadable> {
  for await (const { pk, record } of dynamoItems(decisions)) yield record ?? { unreadable: pk };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const listing = 60;

/** What lies in these queues' dead-letter queues, as it was before anybody looked. */
export async function listed(letters: Letters, queues: readonly string[]) {
  const found: Letter[] = [];
  let unseen = 0;
  for (const queue of queues) {
    const held = await letters.hold(queue, listing);
    await letters.release(held.letters);
    found.push(...held.letters.map(({ receipt: _receipt, ...letter }) => letter));
    unseen += held.unseen;
  }
  return { letters: found, unseen };
}

/** How many messages wait on what hemvist reads. */
export async function depths(city: City): Promise<ReadonlyMap<string, number>> {
  return new Map(
    await Promise.all(incomingQueues.map(async (queue) => [queue, await city.depth(queue)] as const)),
  );
}
