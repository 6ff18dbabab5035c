import { asSentNow, type CaseStore, type Message, type Outlet, type SentMessage } from "@hemvist/casework";

/**
 * The messages that a party got in a time window: each once, however often it was sent, in the order of the first time.
 */
export async function replayPlan(
  sent: AsyncIterable<SentMessage> | Iterable<SentMessage>,
): Promise<readonly SentMessage[]> {
  const first = new Map<string, SentMessage>();
  for await (const message of sent) {
    if (!first.has(message.event.id)) first.set(message.event.id, message);
  }
  return [...first.values()];
}

export interface Replayed {
  /** Ids of the events that were sent, in order. */
  readonly sent: readonly string[];
  /** Not sent: their queue refused them, or a message before them in their decision. */
  readonly notSent: readonly string[];
  /** Not sent: the decision no longer has the person. */
  readonly untold: readonly string[];
}

interface ReplayPorts {
  readonly outlet: Outlet;
  readonly cases: Pick<CaseStore, "find">;
}

const atOnce = 100;

/**
 * Sends the messages again with the ids that they had. If a queue refuses one, those after it in its decision wait.
 */
export async function replay(
  plan: readonly SentMessage[],
  { outlet, cases }: ReplayPorts,
): Promise<Replayed> {
  const sent: string[] = [];
  const notSent: string[] = [];
  const untold: string[] = [];
  const heldBack = new Set<string>();
  for (let start = 0; start < plan.length; start += atOnce) {
    const chunk = plan.slice(start, start + atOnce);
    const messages = await Promise.all(chunk.map((one) => asSentNow(one, cases)));
    untold.push(...chunk.filter((_, index) => messages[index] === undefined).map(({ event }) => event.id));
    const whole = messages.filter((message) => message !== undefined);
    const isHeld = ({ event }: Message): boolean => heldBack.has(event.correlationid);
    const refused = await outlet.send(whole.filter((message) => !isHeld(message)));
    for (const { event } of whole) {
      if (refused.has(event.id)) heldBack.add(event.correlationid);
      (heldBack.has(event.correlationid) ? notSent : sent).push(event.id);
    }
  }
  return { sent, notSent, untold };
}
