import { correlationIdOf, type Instant } from "@hemvist/casework";
import {
  codesInReason,
  fault,
  fromAdministration,
  fromProvider,
  parsedJson,
  withPlainIds,
} from "@hemvist/contracts";
import type { QueuedMessage } from "@hemvist/local";
import {
  addressOf,
  civilDateAt,
  isDeadLetterName,
  logicalName,
  type Municipality,
  partiesOf,
  type Traffic,
  withoutDeadLetters,
} from "@hemvist/rules";
import * as z from "zod";
import type { Lying } from "./queues.ts";
import type { LetterRow } from "./shown.ts";
import { partyNamed } from "./words.ts";

interface Context {
  readonly now: Instant;
  readonly municipality: Municipality;
}

/** The dead letters of all queues, the newest first. */
export const lettersOf = (queues: readonly Lying[], context: Context): readonly LetterRow[] =>
  queues
    .filter(({ name }) => isDeadLetterName(logicalName(name)))
    .flatMap(({ name, messages }) => messages.map((message) => letterRow(name, message, context)))
    .toSorted((one, other) => (one.sentAt < other.sentAt ? 1 : -1));

function letterRow(queue: string, message: QueuedMessage, { now, municipality }: Context): LetterRow {
  const address = addressOf(withoutDeadLetters(logicalName(queue)));
  return {
    id: message.messageId,
    queue,
    party: address === undefined ? "hemvist" : partyNamed(address.party, municipality),
    sentAt: message.sentAt,
    decision: address === undefined ? "" : decisionIn(message.body, address.traffic, { now, municipality }),
    why: whyOf(message, address?.traffic),
  };
}

/** A letter that hemvist set aside says why itself. SQS moved any other, so its queue says why. */
function whyOf(
  { attributes: { reason = "" } }: QueuedMessage,
  traffic: Traffic | undefined,
): readonly string[] {
  const codes = codesInReason(reason);
  if (codes !== undefined)
    return ["hemvist kunde inte läsa det.", ...codes.map((code) => fault("", code).sv)];
  switch (traffic) {
    case "decisions":
    case "progress":
      return ["Alla försök att ta emot det misslyckades. Avsändaren har inte fått något svar."];
    case "inbox":
    case "assignments":
      return ["Mottagaren hämtade det gång på gång utan att ta bort det."];
    case undefined:
      return ["Schemat kunde inte starta körningen."];
  }
}

const event = z.looseObject({ correlationid: z.string() });

/** Which decision a letter is about, by ids that can be no name. Empty if it does not say. */
function decisionIn(body: string, traffic: Traffic, { now, municipality }: Context): string {
  const { administrations } = partiesOf(municipality);
  const shown = (text: string): string =>
    administrations.some((code) => text.startsWith(`${code}.`))
      ? withPlainIds({ administrations, markOf: () => undefined })(text)
      : "";
  const context = { receivedOn: civilDateAt(now), municipality };
  switch (traffic) {
    case "decisions": {
      const { administration = "", decisionId, assignmentId } = fromAdministration(body, context).named;
      if (assignmentId !== undefined) return shown(String(assignmentId));
      if (decisionId === undefined) return "";
      return shown(
        correlationIdOf({ administration: String(administration), decisionId: String(decisionId) }),
      );
    }
    case "progress":
      return shown(String(fromProvider(body, context).named["assignmentId"] ?? ""));
    case "inbox":
    case "assignments":
      return shown(event.safeParse(parsedJson(body)).data?.correlationid ?? "");
  }
}
