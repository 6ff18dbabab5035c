import { type CaseStore, type Message, type Outlet, shieldIdentity } from "@hemvist/casework";

/** One record of the stream: what that version of a decision causes. */
export interface Version {
  readonly sequenceNumber: string;
  /** The decision it is a version of, by its item's key. */
  readonly decision: string;
  /** Rejects when the record cannot be read; it is then left to the platform's retries and the failure destination */
  readonly outbox: () => Promise<readonly Message[]>;
}

export interface Ports {
  readonly cases: Pick<CaseStore, "find">;
  readonly outlet: Outlet;
  readonly onUnreadable: (version: Version, error: unknown) => void;
}

export interface HandedOff {
  readonly sent: readonly Message[];
  /** Where the stream must go on from, when not everything could be sent. */
  readonly failedFrom?: string;
}

/**
 * Sends what the stream's records cause, in order within each decision. What cannot be read or sent holds back what
 * comes after it in its own decision only: the platform sets aside what it gives up on together with everything
 * after it, so all that can be sent must have been sent by then.
 *
 * The stream goes on again from the first record of which something is unsent. What is thereby sent twice carries
 * the same id, and comes in the same order.
 */
export const handOff =
  ({ cases, outlet, onUnreadable }: Ports) =>
  async (versions: readonly Version[]): Promise<HandedOff> => {
    const read = await readInOrder(versions, onUnreadable);
    const caused = read.flatMap(({ outbox }) => outbox ?? []);
    const { messages, unknown } = await shieldIdentity(caused, cases);
    const refused = await outlet.send(messages);
    const isUnsent = ({ event }: Message): boolean =>
      refused.has(event.id) || unknown.has(event.correlationid);

    for (const { version, outbox } of read) {
      const about = outbox?.find(({ event }) => unknown.has(event.correlationid));
      if (about) onUnreadable(version, unknown.get(about.event.correlationid));
    }
    const sent = messages.filter((message) => !isUnsent(message));
    const stuck = read.find(({ outbox }) => outbox?.some(isUnsent) ?? true);
    return stuck === undefined ? { sent } : { sent, failedFrom: stuck.version.sequenceNumber };
  };

interface Read {
  readonly version: Version;
  /** Undefined where it cannot be read, or waits for one of the same decision that cannot. */
  readonly outbox?: readonly Message[];
}

async function readInOrder(
  versions: readonly Version[],
  onUnreadable: Ports["onUnreadable"],
): Promise<readonly Read[]> {
  const heldBack = new Set<string>();
  const read: Read[] = [];
  for (const version of versions)
    read.push(heldBack.has(version.decision) ? { version } : await opened(version));
  return read;

  async function opened(version: Version): Promise<Read> {
    try {
      return { version, outbox: await version.outbox() };
    } catch (error) {
      heldBack.add(version.decision);
      onUnreadable(version, error);
      return { version };
    }
  }
}
