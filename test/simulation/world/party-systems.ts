import { inboxOf, isOf, type Municipality, partiesOf, partyOf } from "@hemvist/rules";
import type { Faults } from "../faults/faults.ts";
import { caseSystem, type Posted } from "../parties/case-system.ts";
import type { Delivery } from "../parties/parties.ts";
import type { Poster } from "../parties/posting.ts";
import { provider } from "../parties/provider.ts";
import type { Seeded } from "./seeded.ts";
import type { VirtualTime } from "./virtual-time.ts";

interface Options {
  readonly municipality: Municipality;
  readonly time: VirtualTime;
  readonly chance: Seeded;
  readonly faults: Faults;
  /** How many messages the case systems send by themselves, all together. */
  readonly decisions: number;
  readonly sendingTime: number;
  readonly basics: number;
  readonly answers: number;
  readonly post: Poster["post"];
  readonly mayAskMore: () => boolean;
}

export interface PartySystems {
  readonly start: () => void;
  readonly deliver: (queue: string, delivery: Delivery) => void;
}

/** The case system of each administration, and a provider's system for each queue of assignments that is written to. */
export function partySystems(options: Options): PartySystems {
  const { municipality, time, chance, faults, decisions, sendingTime, basics, answers, post, mayAskMore } =
    options;
  const { administrations } = partiesOf(municipality);
  const receivers = new Map<string, (delivery: Delivery) => void>();

  const postTwiceNowAndThen = (posted: Posted): string | undefined => {
    const messageId = post(posted);
    if (faults.happens("sent-twice", 0.02)) post(posted);
    return messageId;
  };
  const systems = administrations.map((administration, index) => {
    const system = caseSystem({
      municipality,
      administration,
      time,
      chance: chance.fork(administration),
      messages: Math.floor((decisions + index) / administrations.length),
      sendingTime,
      basics,
      post: postTwiceNowAndThen,
      mayAskMore,
    });
    receivers.set(inboxOf(administration), system.receive);
    return system;
  });

  let uuids = 0;
  const nextUuid = (): string => {
    uuids += 1;
    return `00000000-0000-4000-8000-${String(uuids).padStart(12, "0")}`;
  };
  function opened(queue: string): (delivery: Delivery) => void {
    const party = partyOf(queue);
    const { receive } = provider({
      municipality,
      party,
      time,
      chance: chance.fork(queue),
      answers,
      nextUuid,
      post,
    });
    receivers.set(queue, receive);
    return receive;
  }

  return {
    start: () => {
      for (const system of systems) system.start();
    },
    deliver(queue, delivery) {
      const known = receivers.get(queue);
      // No system here reads the inbox of those who only listen.
      if (known === undefined && !isOf("assignments", queue)) return;
      (known ?? opened(queue))(delivery);
    },
  };
}
