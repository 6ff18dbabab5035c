import type { SQSEvent } from "aws-lambda";
import { emptyLedger } from "../simulation/invariants/ledger.ts";
import { redrivePorts } from "../simulation/parties/redrive-ports.ts";
import { eventSource } from "../simulation/platform/event-source.ts";
import type { Platform } from "../simulation/platform/platform.ts";
import {
  type Queued,
  type Receipt,
  type SimulatedQueue,
  simulatedQueue,
} from "../simulation/platform/queue.ts";
import { hour, minute, second, virtualTime } from "../simulation/world/virtual-time.ts";
import { aSeed } from "../support/undisturbed-run.ts";
import type { Manner, OpenQueue, OpenQueueSource, Sending } from "./queue-probe.ts";
import { underWay } from "./under-way.ts";

const start = Date.parse("2026-11-02T08:00:00Z");

function aQueue({ isFifo, maxReceiveCount, hidden }: Manner, onVisible: () => void = () => {}) {
  const time = virtualTime(start);
  const dead: Queued[] = [];
  let ids = 0;
  const queue = simulatedQueue(
    { name: "messages", isFifo, maxReceiveCount, visibility: hidden * second },
    {
      time,
      clock: time.now,
      chance: aSeed(),
      nextId: () => {
        ids += 1;
        return `m${ids}`;
      },
      onVisible: () => onVisible(),
      onDead: (message) => dead.push(message),
      onDeleted: () => {},
    },
  );
  return { time, dead, queue };
}

const sendTo = (queue: SimulatedQueue, sending: Sending): string =>
  queue.send({ ...sending, origin: sending.body });

/** The simulated queue, as its event source reaches it. */
export const openSimulatedQueue: OpenQueue = (manner) => {
  const { time, dead, queue } = aQueue(manner);
  return Promise.resolve({
    send: (sending) => Promise.resolve(sendTo(queue, sending)),
    receive: (most) =>
      Promise.resolve(
        queue.receive(most).map((receipt) => {
          const { messageId, body, receives, sentAt } = receipt.message;
          return { messageId, body, receives, sentAt, handle: receipt };
        }),
      ),
    delete: ({ handle }) => Promise.resolve(queue.delete(handle as Receipt)),
    untilVisible: () => time.run(time.now() + manner.hidden * second),
    fiveMinutes: () => time.run(time.now() + 5 * minute),
    dead: () => Promise.resolve(dead.map(({ body }) => body)),
    async redrive() {
      const ledger = emptyLedger({ isReplayed: () => false });
      for (const { messageId, body, group = "", origin, sentAt } of dead.splice(0)) {
        const ids = { id: messageId, messageId };
        const rest = { queue: "messages", reason: "", isExhausted: true } as const;
        ledger.letters.push({ ...ids, body, group, origin, sentAt, ...rest });
      }
      const code = { hasNext: () => false };
      const { held, letters } = redrivePorts({ ledger, queue: () => queue, code } as unknown as Platform);
      for (const letter of held()) {
        await letters.sendBack(letter, letter.id);
        await letters.remove(letter);
      }
    },
    now: time.now,
  });
};

/** The simulated event source on a simulated queue. */
export const openSimulatedQueueSource: OpenQueueSource = ({ isFifo, handle }) => {
  const batches: SQSEvent["Records"][] = [];
  const watch = underWay();
  const { time, queue } = aQueue({ isFifo, maxReceiveCount: 100, hidden: 30 }, () => source.wake());
  const source = eventSource(queue, {
    time,
    disabledFor: () => 0,
    chance: aSeed(),
    async invoke({ Records }) {
      batches.push(Records);
      watch.begin(Records);
      const answer = await handle(Records, batches.length);
      await time.sleep(second / 10);
      watch.end(Records);
      return answer === "dies" ? undefined : answer;
    },
  });
  return Promise.resolve({
    send(...sendings) {
      for (const sending of sendings) sendTo(queue, sending);
      return Promise.resolve();
    },
    rest: () => time.run(time.now() + hour),
    batches,
    mostAtOnce: watch.most,
    isGroupShared: watch.isGroupShared,
  });
};
