import { sqsOutlet } from "@hemvist/adapters";
import type { CloudEvent, Message } from "@hemvist/casework";
import type { QueueMessage } from "@hemvist/runtime";
import { keepReceipts } from "../../functions/hand-off/keep-receipts.ts";
import { checkBatch } from "./batch-invariants.ts";
import { deliveredInvariants } from "./delivered-invariants.ts";
import { eventSource } from "./event-source.ts";
import { type Await, type CallFault, type Faults, type FunctionName, type Run, startRun } from "./faults.ts";
import { type Command, emptyLedger, type Ledger, noteCommand, noteEnding } from "./ledger.ts";
import { pseudonymOf } from "./plain-pseudonyms.ts";
import type { Seeded } from "./seeded.ts";
import { type Queued, type Receipt, type SimulatedQueue, simulatedQueue } from "./simulated-queue.ts";
import { type Accepted, queueUrls, type SetAside, simulatedSqs } from "./simulated-sqs.ts";
import { casesOf, type SimulatedStore, simulatedStore } from "./simulated-store.ts";
import { type Change, type SimulatedStream, simulatedStream } from "./simulated-stream.ts";
import type { Violations } from "./violations.ts";
import { instantOf, minute, type VirtualTime } from "./virtual-time.ts";
import { type Ending, type Parts, receiveMessage, recordMessage, type Ways } from "./wiring.ts";
import { checkWritten } from "./written-invariants.ts";

export interface PlatformOptions {
  readonly time: VirtualTime;
  readonly chance: Seeded;
  readonly faults: Faults;
  readonly violations: Violations;
  readonly parts: Parts;
  readonly isConditional: boolean;
  readonly onAwait: (awaited: Await, fault: CallFault | undefined) => void;
  /** A party's system has taken a message off its queue. */
  readonly onHeard: (queue: string, event: CloudEvent) => void;
}

export interface Platform {
  readonly store: SimulatedStore;
  readonly stream: SimulatedStream;
  readonly ledger: Ledger;
  /** The queue of what a party sends; made when it is first sent to. */
  readonly queue: (name: string) => SimulatedQueue;
  readonly queues: ReadonlyMap<string, SimulatedQueue>;
  readonly withdraw: (queue: string, until: number) => void;
  readonly tableDown: (until: number) => void;
  readonly followUp: (scheduledTime: string) => void;
  readonly handOff: (changes: readonly Change[]) => Promise<unknown>;
}

/** The functions, on everything they stand on. */
export function platform(options: PlatformOptions): Platform {
  const { time, chance, faults, violations, parts, isConditional, onAwait } = options;
  const ledger = emptyLedger();
  const originOf = new Map<string, string>();
  const queues = new Map<string, SimulatedQueue>();
  const withdrawn = new Map<string, number>();
  const isFirst = deliveredInvariants(ledger, violations);
  let downUntil = 0;
  const isDown = (): boolean => downUntil > time.now();
  let runs = 0;
  let messageIds = 0;
  const nextId = (): string => {
    messageIds += 1;
    return `m${messageIds}`;
  };

  const begin = (name: FunctionName): Run => {
    runs += 1;
    return startRun(name, { number: runs, faults, time, chance, onAwait });
  };

  const store = simulatedStore({
    chance: chance.fork("store"),
    isConditional,
    onWritten(record, before) {
      checkWritten(record, before, violations);
      for (const message of record.outbox) ledger.unsent.set(message.event.id, message);
      stream.written(record, !faults.happens("image-unreadable", 0.0005));
    },
  });

  function accept(message: Accepted): void {
    if (!isFirst(message)) return;
    const event = JSON.parse(message.body) as CloudEvent;
    if (event.type.endsWith(".assignment.requested.v1"))
      ledger.heardOf.add(`${message.queue} ${event.subject}`);
    const wait = faults.happens("party-slow", 0.01) ? chance.below(600 * minute) : chance.below(minute);
    time.after(wait, () => options.onHeard(message.queue, event));
  }

  function setAside({ originalMessageId, ...letter }: SetAside): void {
    const origin = originOf.get(originalMessageId) ?? "";
    ledger.letters.push({ ...letter, origin, messageId: originalMessageId, isExhausted: false });
  }

  function onDead(queue: string, { messageId, body, group, origin, receives }: Queued): void {
    const reason = `taken ${receives} times and never finished`;
    const line = group === undefined ? {} : { group };
    ledger.letters.push({ origin, queue, messageId, body, ...line, reason, isExhausted: true });
    faults.count("dead-lettered");
  }

  const sqsOf = (run: Run) =>
    simulatedSqs(
      { faults, accept, setAside, isWithdrawn: (queue) => (withdrawn.get(queue) ?? 0) > time.now() },
      run,
    );

  const waysOf = (run: Run, command: Command): Ways => ({
    cases: casesOf(store, { run, isDown, onSaved: (record) => noteCommand(ledger, record, command) }),
    pseudonyms: {
      of: (person, administration) => run.call("pseudonyms.of", () => pseudonymOf(person, administration)),
      ofNumber: (number) => run.call("pseudonyms.ofNumber", () => number),
    },
    sqs: sqsOf(run),
  });

  function queueFunction(
    name: FunctionName,
    { queue, take }: { queue: SimulatedQueue; take: (message: QueueMessage, ways: Ways) => Promise<Ending> },
  ) {
    return async (batch: Parameters<ReturnType<Parts["queueBatch"]>>[0], receipts: readonly Receipt[]) => {
      const run = begin(name);
      const troubles = new Map<string, string>();
      const handle = async (message: QueueMessage): Promise<void> => {
        const receipt = receipts.find((one) => one.message.messageId === message.messageId);
        if (receipt === undefined) throw new Error("a message that was not in the batch");
        const earlier = queue.unfinishedBefore(receipt);
        violations.check(earlier === undefined, "a group is handled in order", () => message.messageId);
        try {
          noteEnding(
            ledger,
            receipt.message.origin,
            await take(message, waysOf(run, { on: "queue", message })),
          );
          queue.finish(receipt);
        } catch (error) {
          troubles.set(message.messageId, error instanceof Error ? error.name : typeof error);
          throw error;
        }
      };
      const response = await run.through(() => parts.queueBatch(handle)(batch));
      if (response) checkBatch({ receipts, response, troubles, isDisturbed: run.isDisturbed() }, violations);
      return response;
    };
  }

  function queueNamed(name: string): SimulatedQueue {
    const existing = queues.get(name);
    if (existing) return existing;
    const isDecisions = name.startsWith("decisions-");
    const queue: SimulatedQueue = simulatedQueue(
      { name, isFifo: !isDecisions, visibility: 3 * minute, maxReceiveCount: isDecisions ? 5 : 3 },
      {
        time,
        chance,
        nextId,
        onVisible: () => source.wake(),
        onDead: (message) => onDead(name, message),
        onDeleted: ({ isFinished, messageId }) =>
          violations.check(isFinished, "no message is deleted that nobody has finished", () => messageId),
      },
    );
    const noting: SimulatedQueue = {
      ...queue,
      send(sending) {
        const messageId = queue.send(sending);
        originOf.set(messageId, sending.origin);
        return messageId;
      },
    };
    const invoke = isDecisions
      ? queueFunction("receive-decision", {
          queue,
          take: (message, ways) => receiveMessage(message, ways, parts),
        })
      : queueFunction("record-progress", { queue, take: recordMessage });
    const source = eventSource(queue, { time, chance, invoke });
    queues.set(name, noting);
    return noting;
  }

  async function handOff(changes: readonly Change[]): Promise<{ readonly failedFrom?: string } | undefined> {
    const run = begin("hand-off");
    const outlet = sqsOutlet(queueUrls, { client: sqsOf(run) });
    const keep = keepReceipts({
      receipts: { keep: () => run.call("receipts.keep", () => {}) },
      now: () => instantOf(time.now()),
    });
    const handle = async () => {
      const handOver = parts.handOff({
        cases: casesOf(store, { run, isDown }),
        outlet,
        onUnreadable: () => {},
      });
      const { sent, failedFrom } = await handOver(changes.map(versionOf));
      await keep(sent).catch(() => {});
      return failedFrom === undefined ? {} : { failedFrom };
    };
    return run.through(handle).catch(() => undefined);
  }

  const stream = simulatedStream({
    time,
    invoke: handOff,
    onSetAside: (change) => {
      faults.count("set-aside-from-stream");
      ledger.setAside.push(change);
    },
    onForgotten: ({ outbox }) => {
      faults.count("forgotten-by-stream");
      for (const { event } of outbox) ledger.forgotten.add(event.id);
    },
  });

  function followUp(now: string): void {
    const run = begin("follow-up");
    const cases = waysOf(run, { on: "schedule", now }).cases;
    const onFailed = (_key: unknown, error: unknown): void => {
      const isOurs = error instanceof Error && error.name === "Passing";
      violations.check(isOurs, "a follow-up fails of nothing but a fault", () => now);
    };
    void run
      .through(() => parts.followUpDue({ cases, onTold: () => {}, onFailed })(now))
      .catch(() => undefined);
  }

  return {
    store,
    stream,
    ledger,
    queue: queueNamed,
    queues,
    withdraw: (queue, until) => withdrawn.set(queue, until),
    tableDown: (until) => {
      downUntil = until;
    },
    followUp,
    handOff,
  };
}

const versionOf = ({ sequenceNumber, decision, outbox, isReadable }: Change) => ({
  sequenceNumber,
  decision,
  outbox: (): readonly Message[] => {
    if (!isReadable) throw new Error("an image that this version of the code cannot read");
    return outbox;
  },
});
