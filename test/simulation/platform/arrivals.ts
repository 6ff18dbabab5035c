import { type Municipality, partyOf } from "@hemvist/rules";
import type { Faults } from "../faults/faults.ts";
import { deliveredInvariants, isReply } from "../invariants/delivered.ts";
import { handOverTo, type Ledger } from "../invariants/ledger.ts";
import type { Violations } from "../invariants/violations.ts";
import { type Delivery, deliveryIn } from "../parties/parties.ts";
import type { Seeded } from "../world/seeded.ts";
import { minute, type VirtualTime } from "../world/virtual-time.ts";
import type { Accepted } from "./party-queues.ts";

interface Options {
  readonly municipality: Municipality;
  readonly time: VirtualTime;
  readonly chance: Seeded;
  readonly faults: Faults;
  readonly violations: Violations;
  readonly ledger: Ledger;
  /** The queue on which a message came, by the id that SQS gave it. */
  readonly sentOn: (messageId: string) => string;
  /** The party gives up on a message: it takes it again and again and never deletes it. */
  readonly leaveUntaken: (message: Accepted) => void;
  /** A party's system has taken a message off its queue. */
  readonly onDelivered: (queue: string, delivery: Delivery) => void;
}

/** What reaches the queues that parties read, until their systems have it. */
export function arrivals(options: Options): (message: Accepted) => void {
  const { municipality, time, chance, faults, violations, ledger, sentOn, leaveUntaken, onDelivered } =
    options;
  const isFirst = deliveredInvariants(ledger, { municipality, violations });
  /** Messages that no party has taken, by event id. */
  const untaken = new Set<string>();
  /** What parties will take when they look the next time, by queue. */
  const undelivered = new Map<string, Delivery[]>();

  /** A party looks at its queue now and then, and takes all that has come. */
  function deliverSoon(queue: string, delivery: Delivery): void {
    const waiting = undelivered.get(queue);
    waiting?.push(delivery);
    if (waiting !== undefined) return;
    undelivered.set(queue, [delivery]);
    time.after(chance.below(minute), () => {
      const all = undelivered.get(queue) ?? [];
      undelivered.delete(queue);
      for (const one of all) onDelivered(queue, one);
    });
  }

  /** An answer's id begins with that of the message that it answers. */
  function checkAnswer({ deduplicationId: id, queue }: Accepted): void {
    violations.check(
      partyOf(queue) === partyOf(sentOn(id.slice(0, id.indexOf(".")))),
      "an answer goes to the party that sent what it answers",
      () => id,
    );
  }

  return (message) => {
    const isNew = isFirst(message);
    if (!isNew && !untaken.delete(message.deduplicationId)) return;
    if (isNew && isReply(message.deduplicationId)) checkAnswer(message);
    if (isNew && faults.happens("party-never-deletes", 0.001)) {
      untaken.add(message.deduplicationId);
      leaveUntaken(message);
      return;
    }
    const { queue } = message;
    const isSlow = faults.happens("party-slow", 0.01);
    const delivery = deliveryIn(message.body);
    if (delivery === undefined) return;
    if (delivery.type.endsWith(".assignment.requested.v1"))
      ledger.handedOver.add(handOverTo(queue, delivery.subject));
    if (isSlow) time.after(chance.below(600 * minute), () => onDelivered(queue, delivery));
    else deliverSoon(queue, delivery);
  };
}
