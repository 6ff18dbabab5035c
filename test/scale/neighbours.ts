import { SendMessageBatchCommand, type SQSClient } from "@aws-sdk/client-sqs";
import { sqsOutlet } from "@hemvist/adapters";
import type { CaseStore } from "@hemvist/casework";
import { decisionsFrom, inboxOf, physicalName } from "@hemvist/rules";
import { queueBatch } from "@hemvist/runtime";
import { eventSource } from "../simulation/platform/event-source.ts";
import { queueUrls } from "../simulation/platform/party-queues.ts";
import { plainPseudonyms } from "../simulation/platform/plain-pseudonyms.ts";
import { type SimulatedQueue, simulatedQueue } from "../simulation/platform/queue.ts";
import { type Change, type SimulatedStream, simulatedStream } from "../simulation/platform/stream.ts";
import { realParts, receiveMessage } from "../simulation/platform/wiring.ts";
import { type Seeded, seeded } from "../simulation/world/seeded.ts";
import { minute, second, type VirtualTime, virtualTime } from "../simulation/world/virtual-time.ts";
import { aDecisionMessage } from "../support/a-message.ts";
import { goteborg } from "../support/goteborg.ts";
import { memoryCases } from "../support/memory-cases.ts";
import { noSignatures } from "../support/no-signatures.ts";

export interface Neighbours {
  /** Answers that the neighbours waited for. */
  readonly answers: number;
  /** The 99th percentile of how long they waited, in virtual milliseconds. */
  readonly alone: number;
  readonly besideTheFlood: number;
  readonly ratio: number;
}

interface Flood {
  readonly seed: number;
  readonly minutes: number;
  /** How many decisions a minute each of the four sends. */
  readonly perMinute: number;
  /** How many times that the flooded one sends. */
  readonly times: number;
  /** How many of the flood come at the same moment, as a night's batch does. One unless given. */
  readonly atOnce?: number;
}

const flooded = "sf-centrum";
const neighbours = ["sf-hisingen", "sf-nordost", "sf-sydvast"];

/**
 * How long three administrations wait for their answers while the fourth sends many times what they do, beside the
 * same day without the flood. All of it in virtual time, so the answer is the same on every machine.
 */
export async function neighboursOf(flood: Flood): Promise<Neighbours> {
  const quiet = await waits({ ...flood, times: 1 });
  const loud = await waits(flood);
  const [alone, besideTheFlood] = [percentile(quiet, 0.99), percentile(loud, 0.99)];
  return { answers: loud.length, alone, besideTheFlood, ratio: besideTheFlood / alone };
}

const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? 0;

/** How long calls take where they take their time: a few milliseconds each, as AWS's do. */
const took = { get: 4, put: 8, send: 15 };

async function waits({ seed, minutes, perMinute, times, atOnce = 1 }: Flood): Promise<readonly number[]> {
  const time = virtualTime(Date.parse("2026-11-02T09:00:00Z"));
  const sentAt = new Map<string, number>();
  const waited: number[] = [];
  const begin = functionsOn({
    time,
    onAnswer: (queue, decision) => {
      const at = sentAt.get(decision);
      if (at !== undefined && queue !== inboxOf(flooded)) waited.push(time.now() - at);
    },
    chance: seeded(seed),
  });
  for (const administration of [flooded, ...neighbours]) {
    const queue = begin(administration);
    // Each has a chance of its own, so that the neighbours send at the same moments with the flood and without it.
    const chance = seeded(seed).fork(administration);
    const many = minutes * perMinute * (administration === flooded ? times : 1);
    let moment = 0;
    for (let index = 0; index < many; index += 1) {
      const decisionId = `D-${index}`;
      if (administration !== flooded || index % atOnce === 0) moment = chance.below(minutes * minute);
      time.after(moment, () => {
        sentAt.set(`${administration}.${decisionId}`, time.now());
        queue.send({ body: bodyOf(administration, decisionId), origin: decisionId });
      });
    }
  }
  await time.run(time.now() + 2 * minutes * minute);
  return waited;
}

const bodyOf = (administration: string, decisionId: string): string =>
  JSON.stringify(aDecisionMessage({ administration, decisionId, caseNumber: `2026-${decisionId}` }));

interface World {
  readonly time: VirtualTime;
  readonly chance: Seeded;
  readonly onAnswer: (queue: string, decision: string) => void;
}

/** hemvist's functions on one table, one stream and a queue for each administration, whose calls take their time. */
function functionsOn({ time, chance, onAnswer }: World): (administration: string) => SimulatedQueue {
  const sqs = slowSqs(time, onAnswer);
  const cases = slowCases(time, () => stream);
  const outlet = sqsOutlet(queueUrls, { signer: noSignatures, client: sqs });
  const stream: SimulatedStream = simulatedStream({
    time,
    clock: time.now,
    isGivenUp: () => false,
    onForgotten: never,
    onSetAside: never,
    invoke: async (changes) => {
      const handOff = realParts.handOff({
        cases,
        outlet,
        isUnreadable: () => false,
        setAside: never,
        onWaiting: never,
      });
      const { failedFrom } = await handOff(changes.map(versionOf));
      return failedFrom === undefined ? {} : { failedFrom };
    },
  });
  let ids = 0;
  const nextId = (): string => {
    ids += 1;
    return `m${ids}`;
  };

  return (administration) => {
    const own = chance.fork(`queue of ${administration}`);
    // A long poll returns at once when something comes. The simulation's own waits for up to 20 seconds.
    const prompt: Seeded = { ...own, below: (limit) => own.below(Math.min(limit, second / 10)) };
    const queue = simulatedQueue(
      { name: decisionsFrom(administration), isFifo: false, visibility: 3 * minute, maxReceiveCount: 5 },
      {
        time,
        chance: prompt,
        nextId,
        clock: time.now,
        onVisible: () => source.wake(),
        onDead: never,
        onDeleted: () => {},
      },
    );
    const take = queueBatch(async (message) => {
      await receiveMessage(
        message,
        { municipality: goteborg, cases, pseudonyms: plainPseudonyms, sqs, signer: noSignatures },
        realParts,
      );
    });
    const source = eventSource(queue, { time, chance: prompt, disabledFor: () => 0, invoke: take });
    return queue;
  };
}

const never = (): never => {
  throw new Error("nothing fails here");
};

const versionOf = ({ sequenceNumber, decision, outbox }: Change) => ({
  sequenceNumber,
  decision,
  outbox: () => Promise.resolve(outbox),
});

function slowCases(time: VirtualTime, streamOf: () => SimulatedStream): CaseStore {
  const plain = memoryCases();
  return {
    ...plain,
    async find(key) {
      await time.sleep(took.get);
      return plain.find(key);
    },
    async save(record) {
      await time.sleep(took.put);
      const saved = await plain.save(record);
      if (saved.saved) streamOf().written(record, true);
      return saved;
    },
  };
}

function slowSqs(time: VirtualTime, onAnswer: World["onAnswer"]): SQSClient {
  const send = async (command: unknown) => {
    if (!(command instanceof SendMessageBatchCommand)) return never();
    await time.sleep(took.send);
    for (const { MessageGroupId = "" } of command.input.Entries ?? []) {
      for (const party of [flooded, ...neighbours]) {
        const inbox = inboxOf(party);
        if (command.input.QueueUrl?.endsWith(physicalName(inbox))) onAnswer(inbox, MessageGroupId);
      }
    }
    return {};
  };
  return { send } as unknown as SQSClient;
}
