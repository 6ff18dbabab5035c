import {
  dynamoCases,
  dynamoItems,
  dynamoReceiptsOf,
  dynamoSentMessages,
  type HeldLetter,
  type Letters,
  s3FailedRecords,
  s3WriteOnce,
  sqsDepth,
  sqsLetters,
  sqsOutlet,
  sqsUrls,
  stsCaller,
} from "@hemvist/adapters";
import type { CaseRecord, CaseStore, Instant, Outlet, SentMessages } from "@hemvist/casework";
import { incomingQueues, physicalNames, queuesWithLetters } from "./addresses.ts";
import { allLetters } from "./dead-letters/all-letters.ts";
import type { Journal } from "./journal/journal.ts";
import type { Unreadable } from "./reconcile/reconcile.ts";

/** The running system, reached with the caller's own credentials. Each part is connected when it is first asked for. */
export interface System {
  readonly now: () => Instant;
  readonly cases: () => Pick<CaseStore, "find" | "ofPerson">;
  readonly records: () => AsyncIterable<CaseRecord | Unreadable>;
  readonly receiptsOf: (assignmentIds: readonly string[]) => Promise<ReadonlyMap<string, Instant>>;
  readonly letters: () => Promise<Letters>;
  /** What parties were sent; `onUnreadable` is told of what cannot be read, by its place. */
  readonly sentMessages: (onUnreadable?: (place: string) => void) => Pick<SentMessages, "between">;
  readonly outlet: () => Promise<Outlet>;
  readonly journal: Journal;
  readonly depth: (queue: string) => Promise<number>;
}

// As the templates name them: infra/stacks/records-stack.ts. A bucket's name is taken by whoever has it first in the
// world, hence the account.
// The table of decisions is another one after a restore: docs/runbooks/table-restored.md.
const decisions = process.env["HEMVIST_DECISIONS_TABLE"] ?? "decisions";
const receipts = "receipts";
const sentMessages = "sent-messages";
const journalOf = (account: string): string => `hemvist-journal-${account}`;
const handOff = "hemvist-hand-off:live";

/** On AWS, or on what `AWS_ENDPOINT_URL` points at. */
export function systemOnAws(): System {
  const failedRecords = once(async () => `hemvist-failed-records-${(await stsCaller()).account}`);
  const urls = once(() => sqsUrls(physicalNames(queuesWithLetters)));
  return {
    now: () => new Date().toISOString().replace(/\.\d{3}Z$/, "Z"),
    cases: () => dynamoCases(decisions),
    records: () => stored(),
    receiptsOf: (assignmentIds) => dynamoReceiptsOf(receipts)(assignmentIds),
    letters: async () =>
      allLetters({
        ofQueues: sqsLetters(await urls()),
        ofStream: s3FailedRecords({ bucket: failedRecords, handOff }),
        sent: dynamoSentMessages(sentMessages),
      }),
    sentMessages: (onUnreadable = () => {}) => dynamoSentMessages(sentMessages, undefined, { onUnreadable }),
    outlet: async () => sqsOutlet(await urls()),
    journal: {
      caller: () => stsCaller(),
      add: (key, entry, { account }) =>
        s3WriteOnce({ bucket: journalOf(account), key, body: JSON.stringify(entry) }),
    },
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

export interface Holding {
  readonly letters: readonly HeldLetter[];
  readonly unseen: number;
}

/** Holds what was set aside from these queues while something is done with it, and lets go of what is left. */
export async function holding<T>(
  letters: Letters,
  { queues, seconds }: { readonly queues: readonly string[]; readonly seconds: number },
  use: (held: Holding) => Promise<T>,
): Promise<T> {
  const held: HeldLetter[] = [];
  let unseen = 0;
  try {
    for (const queue of queues) {
      const its = await letters.hold(queue, seconds);
      held.push(...its.letters);
      unseen += its.unseen;
    }
    return await use({ letters: held, unseen });
  } finally {
    await letters.release(held);
  }
}

const toLook = 60;

/** What lies there, and has been let go again. */
export const listed = (letters: Letters, queues: readonly string[]): Promise<Holding> =>
  holding(letters, { queues, seconds: toLook }, (held) => Promise.resolve(held));

/** How many messages wait on what hemvist reads. */
export async function depths(system: System): Promise<ReadonlyMap<string, number>> {
  return new Map(
    await Promise.all(incomingQueues.map(async (queue) => [queue, await system.depth(queue)] as const)),
  );
}
