import type { CaseRecord, Message } from "@hemvist/casework";
import { correlationIdOf } from "@hemvist/casework";
import { day, hour, second, type VirtualTime } from "../world/virtual-time.ts";

/** One change of the table. */
export interface Change {
  readonly sequenceNumber: string;
  readonly decision: string;
  readonly version: number;
  readonly outbox: readonly Message[];
  readonly isReadable: boolean;
  readonly writtenAt: number;
}

export interface SimulatedStream {
  readonly written: (record: CaseRecord, isReadable: boolean) => void;
  /** Nothing is read until it is switched on again, as when a deployment has left the mapping disabled. */
  readonly switchOff: (wait: number) => void;
  /** Begins anew, as a restored table's does: what has not been read is gone. */
  readonly restart: () => void;
  readonly size: () => number;
}

type Answer = { readonly failedFrom?: string } | undefined;

interface Options {
  readonly time: VirtualTime;
  /** The stream's own, of which it says when a change was made. */
  readonly clock: () => number;
  /** Whether a run is given up on while it goes on: another gets its records. */
  readonly isGivenUp: () => boolean;
  /** From where it must go on, if from anywhere; undefined where the function died before it had answered. */
  readonly invoke: (batch: readonly Change[], isSlow: boolean) => Promise<Answer>;
  /** Older than the 24 hours for which the stream keeps a record. */
  readonly onForgotten: (change: Change) => void;
  /** Too old: whole, in the bucket for failed records. */
  readonly onSetAside: (change: Change) => void;
}

const lanes = 2;
const batchSize = 100;
const maxRecordAge = 22 * hour;
const retention = day;
/** How long a run may take. */
const patience = 30 * second;

/** A table's stream and its event source: in order per item, in halves after a failure, forgetful after a day. */
export function simulatedStream(options: Options): SimulatedStream {
  let sequence = 0;
  let offUntil = 0;
  const isOff = (): number => offUntil - options.time.now();
  const readers = Array.from({ length: lanes }, () => laneOf(options, isOff));
  return {
    size: () => readers.reduce((sum, reader) => sum + reader.size(), 0),
    switchOff: (wait) => {
      offUntil = options.time.now() + wait;
    },
    restart() {
      for (const reader of readers) reader.restart();
    },
    written(record, isReadable) {
      sequence += 1;
      const decision = correlationIdOf(record);
      readers[laneNumber(decision)]?.add({
        sequenceNumber: String(sequence),
        decision,
        version: record.version,
        outbox: record.outbox,
        isReadable,
        writtenAt: options.clock(),
      });
    },
  };
}

function laneNumber(decision: string): number {
  let sum = 0;
  for (let index = 0; index < decision.length; index += 1)
    sum = (sum * 31 + decision.charCodeAt(index)) % 9973;
  return sum % lanes;
}

/** How often a batch has been tried, and since which beginning of the stream. */
interface Attempt {
  readonly tries: number;
  readonly begun: number;
}

/** A part of a shard, read by one run at a time. */
function laneOf({ time, invoke, isGivenUp, onForgotten, onSetAside }: Options, offFor: () => number) {
  const unread: Change[] = [];
  let isReading = false;
  /** How often it has begun anew: a run of an earlier time has no records here any more. */
  let beginning = 0;

  function wake(wait = second): void {
    if (isReading || unread.length === 0) return;
    isReading = true;
    time.after(Math.max(wait, offFor()), () => void read());
  }

  async function read(): Promise<void> {
    const off = offFor();
    if (off <= 0) {
      forget();
      await tryAll(unread.splice(0, batchSize), { tries: 0, begun: beginning });
    }
    isReading = false;
    wake(Math.max(off, second));
  }

  function forget(): void {
    while (unread[0] && time.now() - unread[0].writtenAt > retention) {
      const [change] = unread.splice(0, 1);
      if (change) onForgotten(change);
    }
  }

  async function tryAll(batch: readonly Change[], { tries, begun }: Attempt): Promise<void> {
    if (begun !== beginning) return;
    const young = batch.filter((change) => time.now() - change.writtenAt <= maxRecordAge);
    for (const change of batch) if (!young.includes(change)) onSetAside(change);
    if (young.length === 0) return;
    const answer = await answerOf(young);
    if (answer && answer.failedFrom === undefined) return;
    await tryAgain(remaining(young, answer?.failedFrom), { tries, begun, isHalved: answer === undefined });
  }

  /** A run that is given up on goes on as a zombie, slowly, beside the next one. */
  function answerOf(batch: readonly Change[]): Promise<Answer> {
    if (!isGivenUp()) return invoke(batch, false);
    return Promise.race([invoke(batch, true), time.sleep(patience).then(() => undefined)]);
  }

  /** What a function died of is looked for by halves, which counts as no attempt. */
  async function tryAgain(
    left: readonly Change[],
    { tries, begun, isHalved }: Attempt & { readonly isHalved: boolean },
  ): Promise<void> {
    if (isHalved && left.length > 1) {
      const middle = Math.ceil(left.length / 2);
      await tryAll(left.slice(0, middle), { tries, begun });
      return tryAll(left.slice(middle), { tries, begun });
    }
    // No pause is documented. A long one is the harder case: SQS forgets an id after five minutes.
    await time.sleep(Math.min(2 ** tries, 600) * second);
    return tryAll(left, { tries: tries + 1, begun });
  }

  return {
    size: () => unread.length + (isReading ? 1 : 0),
    restart() {
      unread.length = 0;
      beginning += 1;
    },
    add(change: Change) {
      unread.push(change);
      wake();
    },
  };
}

function remaining(batch: readonly Change[], failedFrom: string | undefined): readonly Change[] {
  const from = batch.findIndex(({ sequenceNumber }) => sequenceNumber === failedFrom);
  return from < 0 ? batch : batch.slice(from);
}
