import {
  dynamoCases,
  dynamoItems,
  dynamoSentMessages,
  kmsSeal,
  type Letters,
  s3FailedRecords,
  s3WriteOnce,
  sqsDepth,
  sqsLetters,
  sqsOutlet,
  sqsUrls,
  stsCaller,
} from "@hemvist/adapters";
import type { CaseRecord, Outlet } from "@hemvist/casework";
import { deadLetterName, physicalName } from "@hemvist/rules";
import { physicalNames, queuesWithLetters } from "./addresses.ts";
import { allLetters } from "./dead-letters/all-letters.ts";
import { Interrupted } from "./interrupted.ts";
import { NoQueue } from "./no-queue.ts";
import type { Unreadable } from "./reconcile/reconcile.ts";
import type { System } from "./system.ts";

// The names in the templates: infra/stacks/records-stack.ts. A bucket's name is unique in the world, so it holds the
// account. After a restore, the table of decisions is another one: docs/runbooks/table-restored.md.
const decisions = process.env["HEMVIST_DECISIONS_TABLE"] ?? "decisions";
const sentMessages = "sent-messages";
const journalOf = (account: string): string => `hemvist-journal-${account}`;
const handOff = "hemvist-hand-off:live";
const recordKey = "alias/hemvist-record";

interface Options {
  /** Whether the operator has pressed Ctrl-C. Then the system begins nothing more. */
  readonly isStopped?: () => boolean;
  /** Called before a queue's dead letters are looked at. */
  readonly onLook?: (queue: string) => void;
  /** Called for each queue that something could not be sent to, with why. */
  readonly onRefused?: (queue: string, why: unknown) => void;
}

/** On AWS, or on what `AWS_ENDPOINT_URL` points at. */
export function systemOnAws({
  isStopped = () => false,
  onLook = () => {},
  onRefused = () => {},
}: Options = {}): System {
  const seal = kmsSeal(recordKey);
  const failedRecords = once(async () => `hemvist-failed-records-${(await stsCaller()).account}`);
  const missing = new Map<string, Error>();
  const urls = once(() =>
    sqsUrls(physicalNames(queuesWithLetters), { onMissing: (name, why) => missing.set(name, why) }),
  );
  const goOn = (): void => {
    if (isStopped()) throw new Interrupted();
  };

  /** @throws why SQS did not give the queue */
  async function urlOf(queue: string): Promise<string> {
    const url = (await urls())[queue];
    if (url !== undefined) return url;
    const why = missing.get(queue);
    throw why === undefined || why.name === "QueueDoesNotExist"
      ? new NoQueue(physicalName(queue), { cause: why })
      : why;
  }

  async function letters(): Promise<Letters> {
    const ofQueues = sqsLetters(await urls());
    const all = allLetters({
      ofQueues: {
        ...ofQueues,
        async hold(queue, seconds) {
          await urlOf(deadLetterName(queue));
          return ofQueues.hold(queue, seconds);
        },
      },
      ofStream: s3FailedRecords({ bucket: failedRecords, handOff, seal }),
      sent: dynamoSentMessages(sentMessages, seal),
    });
    return {
      ...all,
      async hold(queue, seconds) {
        goOn();
        onLook(queue);
        return all.hold(queue, seconds);
      },
      async sendBack(letter, group) {
        goOn();
        try {
          if (letter.isFromStream !== true) await urlOf(letter.queue);
          await all.sendBack(letter, group);
        } catch (why) {
          onRefused(letter.queue, why);
          throw why;
        }
      },
    };
  }

  async function outlet(): Promise<Outlet> {
    const outlet = sqsOutlet(await urls(), { onRefused });
    return {
      send: async (messages) =>
        isStopped() ? new Set(messages.map(({ event }) => event.id)) : outlet.send(messages),
    };
  }

  async function* records(): AsyncIterable<CaseRecord | Unreadable> {
    for await (const { pk, record } of dynamoItems(decisions, seal)) {
      goOn();
      yield record ?? { unreadable: pk };
    }
  }

  return {
    now: () => new Date().toISOString().replace(/\.\d{3}Z$/, "Z"),
    cases: () => dynamoCases(decisions, seal),
    records,
    receiptsOf: (assignmentIds) => dynamoSentMessages(sentMessages, seal).deliveredAt(assignmentIds),
    letters,
    sentMessages: (onUnreadable = () => {}) =>
      dynamoSentMessages(sentMessages, seal, undefined, { onUnreadable }),
    outlet,
    journal: {
      caller: () => stsCaller(),
      add: (key, entry, { account }) =>
        s3WriteOnce({ bucket: journalOf(account), key, body: JSON.stringify(entry) }),
    },
    depth: async (queue) => sqsDepth(await urlOf(queue)),
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
