import {
  accessChecks,
  dynamoCases,
  dynamoItems,
  dynamoReseal,
  dynamoSentMessages,
  dynamoSetAside,
  type Letters,
  type Seal,
  s3FailedRecords,
  s3WriteOnce,
  sqsDepth,
  sqsLetters,
  sqsOutlet,
  sqsUrls,
} from "@hemvist/adapters";
import type { Instant } from "@hemvist/casework";
import { deadLetterName, physicalName } from "@hemvist/rules";
import { physicalNames, queuesWithLetters } from "./addresses.ts";
import { CannotRun } from "./cannot-run.ts";
import { allLetters } from "./dead-letters/all-letters.ts";
import { EntryStands } from "./journal/journal.ts";
import { NoQueue } from "./no-queue.ts";
import type { System } from "./system.ts";

/** What the acts work on, by its names in AWS. */
export interface Places {
  readonly decisions: string;
  readonly sentMessages: string;
  readonly failedRecords: string;
  readonly journal: string;
  readonly accessLog: string;
}

interface Options extends Pick<System, "logAccess"> {
  readonly places: Places;
  readonly seal: Seal;
  readonly now: Instant;
}

/** The function that sends what the stream gave up. The name is the same in every account. */
const handOff = "hemvist-hand-off:live";

/** Where the continuation of an act is sealed. No record has this key, since theirs hold a dot. */
const continuation = { pk: "continuation", version: 0 };

export function systemOnAws({ places, seal, now, logAccess }: Options): System {
  const missing = new Map<string, Error>();
  const refused = new Map<string, unknown>();
  const onRefused = (queue: string, why: unknown): void => {
    refused.set(queue, why);
  };
  const urls = once(() =>
    sqsUrls(physicalNames(queuesWithLetters), { onMissing: (name, why) => missing.set(name, why) }),
  );

  /** @throws why SQS did not give the queue */
  async function urlOf(queue: string): Promise<string> {
    const url = (await urls())[queue];
    if (url !== undefined) return url;
    const why = missing.get(queue);
    throw why === undefined || why.name === "QueueDoesNotExist"
      ? new NoQueue(physicalName(queue), { cause: why })
      : why;
  }

  const journal = s3WriteOnce(places.journal);
  const letters = once(async (): Promise<Letters> => {
    const ofQueues = sqsLetters(await urls());
    const all = allLetters({
      ofQueues: {
        ...ofQueues,
        async hold(queue, seconds) {
          await urlOf(deadLetterName(queue));
          return ofQueues.hold(queue, seconds);
        },
      },
      ofStream: s3FailedRecords({
        bucket: places.failedRecords,
        handOff,
        seal,
        aside: dynamoSetAside(places.sentMessages),
      }),
      sent: dynamoSentMessages(places.sentMessages, seal),
    });
    return {
      ...all,
      async sendBack(letter, group) {
        try {
          if (letter.isFromStream !== true) await urlOf(letter.queue);
          await all.sendBack(letter, group);
        } catch (why) {
          onRefused(letter.queue, why);
          throw why;
        }
      },
    };
  });

  return {
    now,
    cases: () => dynamoCases(places.decisions, seal),
    async *recordsAfter(key) {
      for await (const { pk, record } of dynamoItems(places.decisions, seal, undefined, key))
        yield record ?? { unreadable: pk };
    },
    reseal: dynamoReseal(places.decisions, seal),
    receiptsOf: (assignmentIds) => dynamoSentMessages(places.sentMessages, seal).deliveredAt(assignmentIds),
    letters,
    sentMessages: (onUnreadable = () => {}) =>
      dynamoSentMessages(places.sentMessages, seal, undefined, { onUnreadable }),
    outlet: async () => sqsOutlet(await urls(), { onRefused }),
    journal: {
      async add(key, entry) {
        const file = { mediaType: "application/json", body: JSON.stringify(entry) };
        if (!(await journal.add(key, file))) throw new EntryStands(key);
      },
      find: journal.find,
    },
    logAccess,
    checkAccesses: accessChecks(places.accessLog, seal),
    depth: async (queue) => sqsDepth(await urlOf(queue)),
    sealed: async (text) => Buffer.from(await seal.close(text, continuation)).toString("base64url"),
    async opened(sealed) {
      try {
        return await seal.open(Buffer.from(sealed, "base64url"), continuation);
      } catch (cause) {
        throw cause instanceof Error && cause.name === "BodyDoesNotOpen" ? notOurs() : cause;
      }
    },
    refused: () => refused,
  };
}

const notOurs = (): CannotRun =>
  new CannotRun({
    sv: "hemvist känner inte igen fortsättningen av kommandot: kör det igen från början.",
    en: "hemvist does not know this continuation of the command: run it again from the start.",
  });

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
