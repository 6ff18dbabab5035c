import type { HeldLetter } from "@hemvist/adapters";
import type { CaseKey, CaseRecord } from "@hemvist/casework";
import { instantOf } from "@hemvist/rules";
import type { Ways } from "../../packages/operations/redrive.ts";
import type { Letter } from "./ledger.ts";
import { asBothKnowIt, asNextReads } from "./next-code.ts";
import type { Platform } from "./platform.ts";

/** A world as the operations commands reach it, in the version of the code that is alive. */
export interface SimulatedCity extends Ways {
  /** All that lies in dead-letter queues. */
  readonly held: () => readonly HeldLetter[];
}

export function simulatedCity({ store, ledger, code, queue, outlet }: Platform): SimulatedCity {
  const { letters } = ledger;
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
    held: () => letters.map(hold),
    outlet,
    cases: { find },
    letters: {
      async sendBack({ id, queue: name, body: shown }, group) {
        const { body, origin } = taken.get(id) ?? { body: shown, origin: "" };
        const to = queue(name);
        const inOrder = { group, deduplicationId: `again-${id}` };
        to.send({ body, origin, ...(to.manner.isFifo ? inOrder : {}) });
      },
      async remove({ id }) {
        const place = letters.findIndex((one) => one.id === id);
        if (place >= 0) letters.splice(place, 1);
      },
    },
  };
}

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
    ...(queue.startsWith("decisions-") ? {} : { sequence: String(place) }),
  };
}
