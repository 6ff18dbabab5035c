import { type GivenUp, type Held, type Letter, type Letters, unreadRecords } from "@hemvist/adapters";
import type { SentMessages } from "@hemvist/casework";
import { outgoingQueues, queuesWithLetters } from "../addresses.ts";
import { notSent } from "./not-sent.ts";

interface Places {
  /** Dead-letter queues. */
  readonly ofQueues: Letters;
  /** The bucket for records that the table's stream gave up. */
  readonly ofStream: GivenUp;
  /** The messages that hemvist sent to parties. */
  readonly sent: Pick<SentMessages, "between">;
}

const nothing: Held = { letters: [], unseen: 0 };

/** All dead letters, of queues and of the stream. */
export function allLetters({ ofQueues, ofStream, sent }: Places): Letters {
  const placeOf = ({ isFromStream }: Letter) => (isFromStream ? ofStream : ofQueues);

  async function givenUpOn(queue: string): Promise<Held> {
    if (queue === unreadRecords) return ofStream.on(queue);
    if (!outgoingQueues.includes(queue)) return nothing;
    const { letters, unseen } = await ofStream.on(queue);
    return { letters: await notSent(letters, { queue, sent }), unseen };
  }

  return {
    async hold(queue, seconds) {
      const givenUp = await givenUpOn(queue);
      const held = queuesWithLetters.includes(queue) ? await ofQueues.hold(queue, seconds) : nothing;
      return {
        letters: [...held.letters, ...givenUp.letters],
        unseen: held.unseen + givenUp.unseen,
      };
    },
    release: (letters) => ofQueues.release(letters.filter(({ isFromStream }) => !isFromStream)),
    sendBack: (letter, group) => placeOf(letter).sendBack(letter, group),
    remove: (letter) => placeOf(letter).remove(letter),
  };
}
