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
import type { MessageRow, QueueRow } from "./shown.ts";
import { partyNamed } from "./words.ts";

const purposes: Readonly<Record<Traffic, string>> = {
  decisions: "Beslut in",
  inbox: "Svar och påminnelser ut",
  assignments: "Uppdrag ut",
  progress: "Rapporter in",
};

const isIncoming = (traffic: Traffic): boolean => traffic === "decisions" || traffic === "progress";

/** Each queue with what lies on it, and who reads it. */
export async function queuesOf(
  system: Pick<RunningSystem, "queueNames" | "messagesOn">,
  municipality: Municipality,
): Promise<readonly QueueRow[]> {
  const names = system.queueNames().toSorted();
  return Promise.all(names.map(async (name) => rowOf(name, await system.messagesOn(name), municipality)));
}

function rowOf(physical: string, messages: readonly QueuedMessage[], municipality: Municipality): QueueRow {
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
    ...(oldest === undefined ? {} : { oldestAt: oldest }),
    isDeadLetters,
  };
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
