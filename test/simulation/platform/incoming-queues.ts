import { isOf } from "@hemvist/rules";
import type { MessageSignatures, QueueMessage } from "@hemvist/runtime";
import type { Deployments } from "../faults/deployments.ts";
import type { Faults } from "../faults/faults.ts";
import { skewedClock } from "../faults/skewed-clock.ts";
import type { Command, Ledger } from "../invariants/ledger.ts";
import type { Violations } from "../invariants/violations.ts";
import type { Seeded } from "../world/seeded.ts";
import { minute, type VirtualTime } from "../world/virtual-time.ts";
import { eventSource } from "./event-source.ts";
import { type Queued, type SimulatedQueue, simulatedQueue } from "./queue.ts";
import { queueFunction } from "./queue-function.ts";
import type { Started } from "./started.ts";
import { type Dependencies, type Parts, receiveMessage, recordMessage } from "./wiring.ts";

interface Options {
  readonly time: VirtualTime;
  readonly chance: Seeded;
  readonly faults: Faults;
  readonly violations: Violations;
  readonly parts: Parts;
  readonly ledger: Ledger;
  readonly code: Deployments;
  readonly signatures: Pick<MessageSignatures, "faultIn">;
  /** Whether the party of the queue signs what it sends. */
  readonly isSigning: (queue: string) => boolean;
  readonly nextId: () => string;
  readonly start: (reader: "receive-decision" | "record-progress") => Started | undefined;
  readonly dependenciesOf: (started: Started, command: Command) => Dependencies;
  readonly onExhausted: (queue: string, message: Queued) => void;
}

export interface IncomingQueues {
  /** The queue of what a party sends; made when it is first sent to. */
  readonly named: (name: string) => SimulatedQueue;
  readonly all: ReadonlyMap<string, SimulatedQueue>;
  /** What came with the id that SQS gave it. */
  readonly sentWith: (messageId: string) => { readonly origin: string; readonly queue: string } | undefined;
}

/** The queues that hemvist reads, each with its event source and the function behind it. */
export function incomingQueues(options: Options): IncomingQueues {
  const { time, chance, faults, violations, parts, ledger, code, nextId, start, dependenciesOf } = options;
  const queues = new Map<string, SimulatedQueue>();
  const sentAs = new Map<string, { readonly origin: string; readonly queue: string }>();
  /** As `signatureChecked` does, without its log and its metrics. */
  async function checked(message: QueueMessage): Promise<QueueMessage> {
    const refusedAs = await time.outside(() => options.signatures.faultIn(message));
    return refusedAs === undefined ? message : { ...message, refusedAs };
  }
  const clock = skewedClock("sqs-clock-wrong", { time, chance, faults });

  function opened(name: string): SimulatedQueue {
    const isDecisions = isOf("decisions", name);
    const queue: SimulatedQueue = simulatedQueue(
      { name, isFifo: !isDecisions, visibility: 3 * minute, maxReceiveCount: 30 },
      {
        time,
        chance,
        nextId,
        clock,
        onVisible: () => source.wake(),
        onDead: (message) => options.onExhausted(name, message),
        onDeleted: ({ isFinished, messageId }) =>
          violations.check(isFinished, "no message is deleted before it is finished", () => messageId),
      },
    );
    const reader = isDecisions ? "receive-decision" : "record-progress";
    const invoke = queueFunction({
      queue,
      ...(options.isSigning(name) ? { checked } : {}),
      start: () => start(reader),
      take: isDecisions
        ? (message, dependencies) => receiveMessage(message, dependencies, parts)
        : recordMessage,
      dependenciesOf,
      ledger,
      violations,
      parts,
      isMixed: code.hasNext,
    });
    const source = eventSource(queue, { time, chance, disabledFor: () => code.disabledFor(reader), invoke });
    return {
      ...queue,
      send(sending) {
        const messageId = queue.send(sending);
        sentAs.set(messageId, { origin: sending.origin, queue: name });
        return messageId;
      },
    };
  }

  return {
    all: queues,
    sentWith: (messageId) => sentAs.get(messageId),
    named(name) {
      const queue = queues.get(name) ?? opened(name);
      queues.set(name, queue);
      return queue;
    },
  };
}
