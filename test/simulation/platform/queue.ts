import type { Seeded } from "../world/seeded.ts";
import { minute, type VirtualTime } from "../world/virtual-time.ts";

/** As SQS documents it: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/ */
export interface Manner {
  /** The logical name, without `.fifo`. */
  readonly name: string;
  readonly isFifo: boolean;
  readonly visibility: number;
  readonly maxReceiveCount: number;
}

export interface Sending {
  readonly body: string;
  /** A FIFO queue's only: messages of one group come in order, one batch at a time. */
  readonly group?: string;
  readonly deduplicationId?: string;
  /** Its sender's. */
  readonly signature?: string;
  /** Which message of its sender's it is, however often it is sent, moved or sent back. */
  readonly origin: string;
}

export interface Queued extends Sending {
  readonly messageId: string;
  readonly sentAt: number;
  readonly receives: number;
  /** A run has finished what it asks for, whether or not the queue has its deletion. */
  readonly isFinished: boolean;
}

interface Held extends Queued {
  receives: number;
  isFinished: boolean;
  /** Changes with each receive: who holds an older one has lost the message. */
  handle: number;
  state: "visible" | "in-flight" | "gone";
}

/** A message as one who received it holds it. */
export interface Receipt {
  readonly message: Queued;
  readonly handle: number;
}

export interface SimulatedQueue {
  readonly manner: Manner;
  /** The message's id: a new one each time, and of no other meaning. */
  readonly send: (sending: Sending) => string;
  readonly receive: (most: number) => readonly Receipt[];
  readonly delete: (receipt: Receipt) => void;
  readonly finish: (receipt: Receipt) => void;
  /** What came before it in its group, is unfinished and still there. */
  readonly unfinishedBefore: (receipt: Receipt) => Queued | undefined;
  /** How many messages it holds, whether or not they can be seen. */
  readonly size: () => number;
  readonly sent: () => number;
}

interface Options {
  readonly time: VirtualTime;
  readonly chance: Seeded;
  readonly nextId: () => string;
  /** SQS's own, of which it says when a message was sent. */
  readonly clock: () => number;
  /** There is something to receive. */
  readonly onVisible: () => void;
  /** It has been received too often, and goes to the dead-letter queue. */
  readonly onDead: (message: Queued) => void;
  readonly onDeleted: (message: Queued) => void;
}

const deduplicationWindow = 5 * minute;
/** How far a standard queue may let one message overtake another. */
const disorder = 12;

export function simulatedQueue(manner: Manner, options: Options): SimulatedQueue {
  const { time, chance, nextId } = options;
  const recent = new Map<string, { readonly messageId: string; readonly until: number }>();
  const groups = new Map<string, Held[]>();
  let size = 0;
  let sent = 0;

  const groupOf = ({ group, messageId }: Queued): string => (manner.isFifo ? (group ?? "") : messageId);

  function send(sending: Sending): string {
    const { group = "", deduplicationId } = sending;
    // Compared within the group, as the template asks for.
    const token = deduplicationId === undefined ? undefined : `${group} ${deduplicationId}`;
    const known = token === undefined ? undefined : recent.get(token);
    if (manner.isFifo && known && known.until > time.now()) return known.messageId;
    const messageId = nextId();
    const message: Held = {
      ...sending,
      messageId,
      sentAt: options.clock(),
      receives: 0,
      isFinished: false,
      handle: 0,
      state: "visible",
    };
    if (token !== undefined) recent.set(token, { messageId, until: time.now() + deduplicationWindow });
    const line = groups.get(groupOf(message));
    if (line) line.push(message);
    else groups.set(groupOf(message), [message]);
    size += 1;
    sent += 1;
    options.onVisible();
    return messageId;
  }

  function remove(message: Held): void {
    if (message.state === "gone") return;
    message.state = "gone";
    size -= 1;
    const name = groupOf(message);
    const left = (groups.get(name) ?? []).filter((other) => other !== message);
    if (left.length > 0) groups.set(name, left);
    else groups.delete(name);
  }

  function take(message: Held): Receipt | undefined {
    if (message.receives >= manner.maxReceiveCount) {
      remove(message);
      options.onDead(message);
      return undefined;
    }
    message.receives += 1;
    message.handle += 1;
    message.state = "in-flight";
    return { message, handle: message.handle };
  }

  /** The visibility timeout ends: another run may receive them. */
  function showAgain(receipts: readonly Receipt[]): unknown {
    let isAny = false;
    for (const { message, handle } of receipts) {
      const held = message as Held;
      if (held.state !== "in-flight" || held.handle !== handle) continue;
      held.state = "visible";
      isAny = true;
    }
    return isAny && options.onVisible();
  }

  function takeFrom(free: readonly Held[][], most: number): readonly Receipt[] {
    const receipts: Receipt[] = [];
    for (const group of free) {
      for (const message of [...group]) {
        if (receipts.length === most) return receipts;
        const receipt = take(message);
        if (receipt) receipts.push(receipt);
      }
    }
    return receipts;
  }

  /** Groups of which no message is in flight, the oldest first. A standard queue is not strict about that. */
  function freeGroups(most: number): readonly Held[][] {
    const free: Held[][] = [];
    for (const group of groups.values()) {
      if (group.every(({ state }) => state === "visible")) free.push(group);
      if (free.length >= most + disorder) break;
    }
    if (manner.isFifo) return free;
    return free
      .map((group) => ({ group, key: chance.below(2) }))
      .sort((a, b) => a.key - b.key)
      .map(({ group }) => group);
  }

  return {
    manner,
    send,
    size: () => size,
    sent: () => sent,
    receive(most) {
      for (let free = freeGroups(most); free.length > 0; free = freeGroups(most)) {
        const receipts = takeFrom(free, most);
        // Where each of them has gone to the dead-letter queue, there may be more behind them.
        if (receipts.length === 0) continue;
        time.after(manner.visibility, () => showAgain(receipts));
        return receipts;
      }
      return [];
    },
    delete({ message, handle }) {
      const held = message as Held;
      // A FIFO queue takes no handle that has expired; a standard one may.
      const isCurrent = held.handle === handle && held.state === "in-flight";
      if (held.state === "gone" || (manner.isFifo && !isCurrent)) return;
      remove(held);
      options.onDeleted(held);
      if (manner.isFifo) options.onVisible();
    },
    finish: ({ message }) => {
      (message as Held).isFinished = true;
    },
    unfinishedBefore({ message }) {
      const group = groups.get(groupOf(message)) ?? [];
      const place = group.indexOf(message as Held);
      return group.slice(0, Math.max(place, 0)).find(({ isFinished }) => !isFinished);
    },
  };
}
