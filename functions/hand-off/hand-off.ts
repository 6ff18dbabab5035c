import type { Message, Outlet } from "@hemvist/casework";

/** One record of the stream: what that version of a decision causes. */
export interface Version {
  readonly sequenceNumber: string;
  /** @throws when the record cannot be read; it is then left to the platform's retries and the failure destination */
  readonly outbox: () => readonly Message[];
}

export interface HandedOff {
  readonly sent: readonly Message[];
  /** Where the stream must go on from, when not everything could be sent. */
  readonly failedFrom?: string;
}

/**
 * Sends what the stream's records cause, in order within each decision. The stream goes on again from the first
 * record of which something was not sent; what is thereby sent twice carries the same id.
 */
export const handOff =
  ({ outlet }: { readonly outlet: Outlet }) =>
  async (versions: readonly Version[]): Promise<HandedOff> => {
    const { read, unreadable } = readUpTo(versions);
    const messages = read.flatMap(({ outbox }) => outbox);
    const unsent = await outlet.send(messages);
    const stuck = read.find(({ outbox }) => outbox.some(({ event }) => unsent.has(event.id)));
    const failedFrom = stuck?.sequenceNumber ?? unreadable?.sequenceNumber;
    const sent = messages.filter(({ event }) => !unsent.has(event.id));
    return failedFrom === undefined ? { sent } : { sent, failedFrom };
  };

interface Read {
  readonly sequenceNumber: string;
  readonly outbox: readonly Message[];
}

/** Everything before the first record that cannot be read: the stream's checkpoint cannot pass it. */
function readUpTo(versions: readonly Version[]): { read: readonly Read[]; unreadable?: Version } {
  const read: Read[] = [];
  for (const version of versions) {
    try {
      read.push({ sequenceNumber: version.sequenceNumber, outbox: version.outbox() });
    } catch {
      return { read, unreadable: version };
    }
  }
  return { read };
}
