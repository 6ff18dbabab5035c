import type { Faults } from "../faults/faults.ts";
import type { Ledger, Letter } from "../invariants/ledger.ts";
import type { VirtualTime } from "../world/virtual-time.ts";
import type { Accepted, SetAside } from "./party-queues.ts";
import type { Queued } from "./queue.ts";

interface Options {
  readonly time: VirtualTime;
  readonly faults: Faults;
  readonly ledger: Ledger;
  readonly nextId: () => string;
  /** Which of its sender's messages it is, by the id that SQS gave it. */
  readonly originOf: (messageId: string) => string;
}

/** What comes to lie in dead-letter queues, in the ledger with why. */
export function deadLetters({ time, faults, ledger, nextId, originOf }: Options) {
  const add = (letter: Letter): void => void ledger.letters.push(letter);

  return {
    /** A function could not read it, and sets it aside itself. */
    setAside({ originalMessageId, ...letter }: SetAside): void {
      const origin = originOf(originalMessageId);
      ledger.unread.add(origin);
      const ids = { id: nextId(), messageId: originalMessageId };
      add({ ...letter, ...ids, origin, sentAt: time.now(), isExhausted: false });
    },
    /** SQS moves it there after too many attempts. */
    exhausted(queue: string, { messageId, body, group, signature, origin, receives, sentAt }: Queued): void {
      const reason = `taken ${receives} times and never finished`;
      const line = {
        ...(group === undefined ? {} : { group }),
        ...(signature === undefined ? {} : { signature }),
      };
      const ids = { id: messageId, messageId };
      add({ ...ids, origin, queue, body, ...line, sentAt, reason, isExhausted: true });
      faults.count("dead-lettered");
    },
    /** Its party takes it again and again and never deletes it. The party's system does not act on it. */
    leftByParty({ deduplicationId: origin, queue, body, group }: Accepted): void {
      const id = nextId();
      const reason = "taken again and again by its party";
      const sentAt = time.now();
      add({ id, messageId: id, origin, queue, body, group, sentAt, reason, isExhausted: true });
    },
  };
}
