import { type CaseStore, type Message, type Outlet, shieldIdentity } from "@hemvist/casework";

/** One record of the stream, with the messages of that version of a decision. */
export interface Version {
  readonly sequenceNumber: string;
  /** The decision it is a version of, by its item's key. */
  readonly decision: string;
  /** Rejects if the record cannot be read. */
  readonly outbox: () => Promise<readonly Message[]>;
}

export interface Ports<V extends Version> {
  readonly cases: Pick<CaseStore, "find">;
  readonly outlet: Outlet;
  /** Whether an error lasts: the record is beyond reading. Any other error is an outage, and passes. */
  readonly isUnreadable: (error: unknown) => boolean;
  /** Stores a version for the operator to send later. If it rejects, the version stays in the stream. */
  readonly setAside: (version: V, why: unknown) => Promise<void>;
  /** Called for each version that waits because something could not be read or set aside, with the error. */
  readonly onWaiting: (version: V, error: unknown) => void;
}

export interface HandedOff {
  readonly sent: readonly Message[];
  /**
   * The messages that have left for good: the stream goes on behind their versions. An earlier run may have sent some of
   * them. Those of a version that comes again are in a later run's.
   */
  readonly done: readonly Message[];
  /** Where the stream must go on from, if hand-off must wait for an outage to end. */
  readonly failedFrom?: string;
}

/** A queue refuses a message until a person mends the queue or the message. */
class Stuck extends Error {
  override readonly name = "Stuck";
}

const none: ReadonlySet<string> = new Set();

/**
 * Sends the messages of the stream's records, in order within each decision. An outage is waited for: the stream goes
 * on from the first record that it delays. What no further attempt would help, an unreadable record or a message to a
 * queue that is stuck, is set aside at once, so it delays no other decision.
 *
 * `known` has the ids of events that an earlier run sent. They are not sent again. Messages that go out twice all the
 * same have the same id, and come in the same order.
 */
export const handOff =
  <V extends Version>({ cases, outlet, isUnreadable, setAside, onWaiting }: Ports<V>) =>
  async (versions: readonly V[], known = none): Promise<HandedOff> => {
    const read = await readInOrder(versions, isUnreadable);
    const caused = read.flatMap(({ outbox = [] }) => outbox).filter(({ event }) => !known.has(event.id));
    const { messages, unknown } = await shieldIdentity(caused, cases);
    const stuck = new Set<string>();
    const refused = await outlet.send(messages, (id) => stuck.add(id));

    const sent = messages.filter(({ event }) => !refused.has(event.id));
    // Side by side: each tries for some seconds if the table takes none, and the function has a minute.
    const waits = await Promise.all(read.map(hasToWait));
    const first = waits.indexOf(true);
    const left = new Set([...known, ...sent.map(({ event }) => event.id)]);
    const done = read
      .slice(0, first < 0 ? read.length : first)
      .flatMap(({ outbox = [] }) => outbox)
      .filter(({ event }) => left.has(event.id));
    const failedFrom = versions[first]?.sequenceNumber;
    return { sent, done, ...(failedFrom === undefined ? {} : { failedFrom }) };

    async function hasToWait({ version, outbox = [], error }: Read<V>): Promise<boolean> {
      const about = outbox.find(({ event }) => unknown.has(event.correlationid) && !known.has(event.id));
      const why = error ?? unknown.get(about?.event.correlationid ?? "");
      const unsent = outbox.filter(({ event }) => refused.has(event.id));
      // A message that an outage refused is waited for, also beside one that is stuck.
      const isStuck = unsent.length > 0 && unsent.every(({ event }) => stuck.has(event.id));
      if (isUnreadable(why) || isStuck) {
        try {
          await setAside(version, why ?? new Stuck("its queue is stuck"));
          return false;
        } catch (failure) {
          onWaiting(version, failure);
          return true;
        }
      }
      if (why !== undefined) onWaiting(version, why);
      return why !== undefined || unsent.length > 0;
    }
  };

interface Read<V extends Version> {
  readonly version: V;
  readonly outbox?: readonly Message[];
  /** Why it has none. */
  readonly error?: unknown;
}

/** The version is of a decision of which an earlier one waits. */
class Behind extends Error {
  override readonly name = "Behind";
}

/** A version that an outage hides delays the later ones of its decision. One that is beyond reading does not. */
async function readInOrder<V extends Version>(
  versions: readonly V[],
  isUnreadable: (error: unknown) => boolean,
): Promise<readonly Read<V>[]> {
  const heldBack = new Set<string>();
  const read: Read<V>[] = [];
  for (const version of versions)
    read.push(heldBack.has(version.decision) ? { version, error: new Behind() } : await opened(version));
  return read;

  async function opened(version: V): Promise<Read<V>> {
    try {
      return { version, outbox: await version.outbox() };
    } catch (error) {
      if (!isUnreadable(error)) heldBack.add(version.decision);
      return { version, error };
    }
  }
}
