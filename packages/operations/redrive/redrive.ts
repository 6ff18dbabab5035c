import type { HeldLetter, Letters } from "@hemvist/adapters";
import { type CaseStore, type Message, type Outlet, shieldIdentity } from "@hemvist/casework";
import type { Step } from "./redrive-plan.ts";

export interface RedrivePorts {
  readonly letters: Pick<Letters, "sendBack" | "remove">;
  readonly outlet: Outlet;
  readonly cases: Pick<CaseStore, "find">;
}

/** The result for each letter, by its id. */
export interface Redriven {
  readonly sent: readonly string[];
  /** Sent, but not removed from its queue. It does no harm if it is sent again. */
  readonly notRemoved: readonly string[];
  /** Not sent, like those after it in its decision. They stay where they are. */
  readonly notSent: readonly string[];
}

/** Sends the letters of the plan, in its order. If one cannot be sent, those after it in its decision wait. */
export async function redrive(steps: readonly Step<HeldLetter>[], ports: RedrivePorts): Promise<Redriven> {
  const sent: string[] = [];
  const notRemoved: string[] = [];
  const notSent: string[] = [];
  const heldBack = new Set<string>();
  for (const step of steps.filter(({ send }) => send)) {
    const { letter, decision = letter.id } = step;
    const line = `${letter.queue} ${decision}`;
    if (heldBack.has(line) || !(await succeeds(() => sendOne(step, ports)))) {
      heldBack.add(line);
      notSent.push(letter.id);
      continue;
    }
    sent.push(letter.id);
    if (!(await succeeds(() => ports.letters.remove(letter)))) notRemoved.push(letter.id);
  }
  return { sent, notRemoved, notSent };
}

async function sendOne({ letter, content, decision }: Step<HeldLetter>, ports: RedrivePorts): Promise<void> {
  const isOutgoing = content.is === "event" || content.is === "reply";
  if (!isOutgoing || letter.isFromStream) return ports.letters.sendBack(letter, decision ?? letter.id);
  const message: Message = { queue: letter.queue, event: content.event };
  // If the person has been protected since, the message goes out without the identity.
  const { messages, unknown } = await shieldIdentity([message], ports.cases);
  const unsent = await ports.outlet.send(messages);
  if (unknown.size + unsent.size > 0) throw new Error("not sent");
}

async function succeeds(act: () => Promise<void>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch {
    return false;
  }
}
