import type { HeldLetter } from "@hemvist/adapters";
import type { CaseKey, CaseRecord, Message } from "@hemvist/casework";
import { instantOf, isOf } from "@hemvist/rules";
import type { RedrivePorts } from "../../../packages/operations/redrive/redrive.ts";
import { asBothKnowIt, asNextReads } from "../faults/next-code.ts";
import type { Letter } from "../invariants/ledger.ts";
import type { Platform } from "../platform/platform.ts";
import type { Change } from "../platform/stream.ts";

/** A world as the operations commands reach it, in the version of the code that is alive. */
export interface PortsOfWorld extends RedrivePorts {
  /** All that lies in dead-letter queues, and all that the stream gave up and hand-off does not remember as sent. */
  readonly held: () => readonly HeldLetter[];
}

export function redrivePorts(hemvist: Platform): PortsOfWorld {
  const { store, ledger, code, queue, outlet } = hemvist;
  const { letters } = ledger;
  const ofStream = givenUpBy(hemvist);
  /** As they lay there, whether or not they still do. What the next version makes of a body is never what is sent. */
  const taken = new Map<string, Letter>();

  function hold(letter: Letter, place: number): HeldLetter {
    taken.set(letter.id, letter);
    const held = heldAs(letter, place);
    return code.hasNext() ? asNextReads(held) : held;
  }
  async function find(key: CaseKey): Promise<CaseRecord | undefined> {
    const record = store.find(key);
    return record && code.hasNext() ? asBothKnowIt(record) : record;
  }
  return {
    held: () => [...letters.map(hold), ...ofStream.held()],
    outlet,
    cases: { find },
    letters: {
      async sendBack(letter, group) {
        if (letter.isFromStream) return ofStream.sendBack(letter);
        const { id, queue: name, body: shown } = letter;
        const { body, origin, signature } = taken.get(id) ?? { body: shown, origin: "" };
        const to = queue(name);
        const inOrder = { group, deduplicationId: `again-${id}` };
        const signed = signature === undefined ? {} : { signature };
        to.send({ body, origin, ...signed, ...(to.manner.isFifo ? inOrder : {}) });
      },
      async remove({ id, isFromStream }) {
        if (isFromStream) {
          ledger.doneWith.add(id);
          return;
        }
        const place = letters.findIndex((one) => one.id === id);
        if (place >= 0) letters.splice(place, 1);
      },
    },
  };
}

/** What the stream gave up, once the code can read it: hand-off sends each message of it. */
function givenUpBy({ ledger, handOff }: Platform) {
  const { setAside, doneWith, remembered, replayed } = ledger;
  const taken = new Map<string, Change>();

  return {
    held: (): readonly HeldLetter[] =>
      setAside.flatMap((change) =>
        change.outbox
          .filter(({ event: { id } }) => !doneWith.has(id) && !remembered.has(id))
          .map((message) => {
            const { id } = message.event;
            taken.set(id, { ...change, outbox: [message], isReadable: true });
            return givenUp(message, change);
          }),
      ),
    async sendBack({ id }: HeldLetter): Promise<void> {
      const change = taken.get(id);
      if (change === undefined) throw new Error("it was never held");
      replayed.add(id);
      const handedOff = await handOff([change], false, true);
      if (handedOff === undefined || handedOff.failedFrom !== undefined) throw new Error("not handed off");
    },
  };
}

const givenUp = ({ queue, event }: Message, { writtenAt }: Change): HeldLetter => ({
  id: event.id,
  queue,
  body: JSON.stringify(event),
  sentAt: instantOf(writtenAt),
  receives: 1,
  receipt: event.id,
  isFromStream: true,
});

/** A letter as SQS shows it: only an ordered queue says which came first. */
function heldAs(
  { id, queue, body, sentAt, reason, messageId, isExhausted }: Letter,
  place: number,
): HeldLetter {
  return {
    id,
    queue,
    body,
    sentAt: instantOf(sentAt),
    receives: 1,
    receipt: id,
    ...(isExhausted ? {} : { reason, originalId: messageId }),
    ...(isOf("decisions", queue) ? {} : { sequence: String(place) }),
  };
}
