import { type CaseStore, type Message, type Outlet, shieldIdentity } from "@hemvist/casework";

/** One record of the stream, with the messages of that version of a decision. */
export interface Version {
  readonly sequenceNumber: string;
  /** The decision it is a version of, by its item's key. */
  readonly decision: string;
  /**
   * Rejects if the record cannot be read. Lambda then tries it again, and puts it in the failure destination in the
   * end.
   */
  readonly outbox: () => Promise<readonly Message[]>;
}

export interface Ports {
  readonly cases: Pick<CaseStore, "find">;
  readonly outlet: Outlet;
  readonly onUnreadable: (version: Version, error: unknown) => void;
}

export interface HandedOff {
  readonly sent: readonly Message[];
  /** Where the stream must go on from, if hand-off could not send everything. */
  readonly failedFrom?: string;
}

/**
 * Sends the messages of the stream's records, in order within each decision. A record that cannot be read or sent
 * delays only those after it in its own decision. Lambda gives up a record together with everything after it in the
 * batch, so hand-off must have sent everything else by then.
 *
 * The stream goes on from the first record with an unsent message. Messages that go out twice have the same id, and
 * come in the same order.
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
  /** Undefined if it cannot be read, or waits for one of the same decision that cannot. */
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
