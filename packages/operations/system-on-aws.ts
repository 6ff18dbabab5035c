import {
  accessChecks,
  dynamoCases,
  dynamoItems,
  dynamoReseal,
  dynamoSentMessages,
  dynamoSetAside,
  type FunctionCheck,
  type IdMarks,
  type Letters,
  lambdaSelfChecks,
  type MessageSigner,
  openedAccess,
  type Seal,
  s3FailedRecords,
  s3WriteOnce,
  sqsDepth,
  sqsLetters,
  sqsOutlet,
  sqsUrls,
} from "@hemvist/adapters";
import type { Instant, Pseudonyms } from "@hemvist/casework";
import { withPlainIds } from "@hemvist/contracts";
import { deadLetterName, partiesOf, physicalName } from "@hemvist/rules";
import { physicalNames, queuesWithLetters } from "./addresses.ts";
import { CannotRun } from "./cannot-run.ts";
import { allLetters } from "./dead-letters/all-letters.ts";
import { type Entry, EntryStands } from "./journal/journal.ts";
import { municipality } from "./municipality.ts";
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

interface Options extends Pick<System, "logAccess" | "mostAlone"> {
  /** What `operate` itself finds of its settings. */
  readonly ownChecks: () => Promise<FunctionCheck["checks"]>;
  readonly places: Places;
  readonly seal: Seal;
  readonly marks: Pick<IdMarks, "of">;
  readonly pseudonyms: Pick<Pseudonyms, "ofNumber">;
  readonly signer: MessageSigner;
  readonly now: Instant;
}

/** The function that sends what the stream gave up. The name is the same in every account. */
const handOff = "hemvist-hand-off:live";

/** All functions but `operate`, which cannot be asked by itself. */
const otherFunctions = [
  "receive-decision",
  "hand-off",
  "record-progress",
  "follow-up",
  "read-case",
  "report",
];

/** Where the continuation of an act is sealed. No record has this key, since theirs hold a dot. */
const continuation = { pk: "continuation", version: 0 };

const { administrations } = partiesOf(municipality);

export function systemOnAws({
  places,
  seal,
  marks,
  pseudonyms,
  signer,
  now,
  logAccess,
  mostAlone,
  ownChecks,
}: Options): System {
  const shown = withPlainIds({ administrations, markOf: marks.of });
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
    mostAlone,
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
    outlet: async () => sqsOutlet(await urls(), { signer, onRefused }),
    journal: {
      async add(key, entry) {
        const file = { mediaType: "application/json", body: JSON.stringify(keptIn(entry, shown)) };
        if (!(await journal.add(key, file))) throw new EntryStands(key);
      },
      find: journal.find,
      keys: journal.keys,
      names: journal.names,
    },
    logAccess,
    checkAccesses: accessChecks(places.accessLog, seal),
    pseudonymOf: pseudonyms.ofNumber,
    accessAt: openedAccess(places.accessLog, seal),
    async selfChecks() {
      const [own, others] = await Promise.all([ownChecks(), lambdaSelfChecks(otherFunctions)()]);
      return [...others, { name: "operate", checks: own }];
    },
    depth: async (queue) => sqsDepth(await urlOf(queue)),
    sealed: async (text) => Buffer.from(await seal.close(text, continuation)).toString("base64url"),
    async opened(sealed) {
      try {
        return await seal.open(Buffer.from(sealed, "base64url"), continuation);
      } catch (cause) {
        throw cause instanceof Error && cause.name === "BodyDoesNotOpen" ? notOurs() : cause;
      }
    },
    shown,
    refused: () => refused,
  };
}

/** The journal keeps what is about ids, and who acted. Neither holds a name but where the operator's reason has one. */
const keptIn = ({ what, outcome, ...entry }: Entry, shown: (text: string) => string): object => ({
  ...entry,
  what: everyText(what, shown),
  ...(outcome === undefined ? {} : { outcome: everyText(outcome, shown) }),
});

function everyText(value: unknown, to: (text: string) => string): unknown {
  if (typeof value === "string") return to(value);
  if (Array.isArray(value)) return value.map((one: unknown) => everyText(one, to));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, everyText(one, to)]));
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
