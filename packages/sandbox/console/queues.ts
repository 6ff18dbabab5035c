import type { Instant } from "@hemvist/casework";
import { leftOutIn, parsedJson } from "@hemvist/contracts";
import type { QueuedMessage, RunningSystem } from "@hemvist/local";
import {
  addressOf,
  isDeadLetterName,
  logicalName,
  type Municipality,
  type Traffic,
  withoutDeadLetters,
} from "@hemvist/rules";
import * as z from "zod";
import type { MessageRow, Oldest, QueueRow } from "./shown.ts";
import { partyNamed } from "./words.ts";

const purposes: Readonly<Record<Traffic, string>> = {
  decisions: "Beslut in",
  inbox: "Svar och påminnelser ut",
  assignments: "Uppdrag ut",
  progress: "Rapporter in",
};

const isIncoming = (traffic: Traffic): boolean => traffic === "decisions" || traffic === "progress";

/** A queue, and what lies on it, the oldest first. */
export interface Lying {
  readonly name: string;
  /** For how many seconds SQS keeps a message there. */
  readonly keptFor: number;
  readonly messages: readonly QueuedMessage[];
}

export const lyingOn = (
  system: Pick<RunningSystem, "queueNames" | "messagesOn" | "keptFor">,
): Promise<readonly Lying[]> =>
  Promise.all(
    system
      .queueNames()
      .toSorted()
      .map(async (name) => ({
        name,
        keptFor: system.keptFor(name),
        messages: await system.messagesOn(name),
      })),
  );

/** A queue with how much lies on it, for how long, and who reads it. */
export function queueRow(
  { name: physical, keptFor, messages }: Lying,
  { now, municipality }: { readonly now: Instant; readonly municipality: Municipality },
): QueueRow {
  const logical = logicalName(physical);
  const isDeadLetters = isDeadLetterName(logical);
  const address = addressOf(withoutDeadLetters(logical));
  const party = address ? partyNamed(address.party, municipality) : "hemvist";
  const oldest = messages[0]?.sentAt;
  return {
    name: physical,
    party,
    purpose: purposeOf(address?.traffic, isDeadLetters),
    reader: isDeadLetters ? "driften" : address && !isIncoming(address.traffic) ? party : "hemvist",
    depth: messages.length,
    isDeadLetters,
    keptFor,
    ...(oldest === undefined ? {} : { oldest: oldestOf(oldest, { now, keptFor }) }),
  };
}

/** Of the time that SQS keeps a message, in per cent: where the alarms go off (infra/alarms/queue-alarms.ts). */
export const shares = [50, 75, 90] as const;

function oldestOf(
  sentAt: Instant,
  { now, keptFor }: { readonly now: Instant; readonly keptFor: number },
): Oldest {
  const percentOfKept = Math.floor((Date.parse(now) - Date.parse(sentAt)) / (keptFor * 10));
  const [first, , last] = shares;
  const tone = percentOfKept >= last ? "bad" : percentOfKept >= first ? "late" : "plain";
  return { sentAt, percentOfKept, tone };
}

function purposeOf(traffic: Traffic | undefined, isDeadLetters: boolean): string {
  if (traffic === undefined) return "Körningar som inte blev av";
  return isDeadLetters ? `Olästa: ${purposes[traffic].toLowerCase()}` : purposes[traffic];
}

const envelope = z.looseObject({ type: z.string(), subject: z.string() });

/** A message without its data. What is no event is shown as nothing but a message. */
export function messageRow({ messageId, sentAt, body }: QueuedMessage): MessageRow {
  const { success, data } = envelope.safeParse(parsedJson(body));
  return {
    id: messageId,
    sentAt,
    type: success ? data.type : leftOutIn(body) ? "innehållet är utelämnat" : "ingen händelse",
    subject: success ? data.subject : "",
  };
}
