import { type Letter, unreadRecords } from "@hemvist/adapters";
import {
  type CloudEvent,
  correlationIdOf,
  decisionOf,
  type Progress,
  type Proposing,
  placeOf,
  type Settling,
} from "@hemvist/casework";
import {
  cloudEvent,
  codesInReason,
  contentHash,
  type Fault,
  fault,
  fromAdministration,
  fromProvider,
  leftOutIn,
  parsedJson,
  type Read,
  readDecision,
  readProgress,
  readProposal,
  readProposalAnswer,
  readWithdrawal,
  shownCodes,
} from "@hemvist/contracts";
import { addressOf, civilDateAt, type Decision, type Municipality, partyOf } from "@hemvist/rules";
import * as z from "zod/mini";
import { namedIn } from "./named-in.ts";

/** A dead letter, read as the function of its queue would read it. */
export type Content =
  | { readonly is: "decision"; readonly decision: Decision; readonly contentHash: string }
  | { readonly is: "progress"; readonly progress: Progress }
  | { readonly is: "proposal"; readonly proposing: Proposing }
  | { readonly is: "settlement"; readonly settling: Settling }
  | { readonly is: "event"; readonly event: CloudEvent; readonly version: number; readonly index: number }
  /** An answer to one message, which changed no record. */
  | { readonly is: "reply"; readonly event: CloudEvent }
  | { readonly is: "missed-run" }
  /** A version of a decision that hand-off could not read. Without a number it is none that hemvist wrote. */
  | { readonly is: "record"; readonly version: number | undefined }
  | { readonly is: "unreadable"; readonly codes: readonly string[] };

export interface ReadLetter<L extends Letter = Letter> {
  readonly letter: L;
  readonly content: Content;
  /** `<administration>.<decisionId>`, if the letter has them. */
  readonly decision?: string;
  /** Its place among the letters of one decision: they are sent in this order. */
  readonly order: string;
}

/** When and where hemvist would receive a letter. */
export interface Receipt {
  /** RFC 3339. */
  readonly now: string;
  readonly municipality: Municipality;
}

export function readLetter<L extends Letter>(letter: L, receipt: Receipt): ReadLetter<L> {
  const content = contentOf(letter, receipt);
  const decision = decisionIn(letter, content);
  const order = `${sequenceOf(content)} ${(letter.sequence ?? "").padStart(24, "0")} ${letter.sentAt}`;
  return { letter, content, order, ...(decision === undefined ? {} : { decision }) };
}

function contentOf({ queue, body, reason = "" }: Letter, receipt: Receipt): Content {
  const [badlySigned] = lastingFaults.exec(reason) ?? [];
  if (badlySigned !== undefined) return { is: "unreadable", codes: [badlySigned] };
  // Only its reason says what was wrong with it: docs/security/release.md.
  if (leftOutIn(body) !== undefined) return { is: "unreadable", codes: codesInReason(reason) ?? [] };
  switch (addressOf(queue)?.traffic) {
    case "decisions":
      return fromSf(body, { queue, ...receipt });
    case "progress":
      return fromExecutor(body, receipt);
    case "inbox":
    case "assignments":
      return eventIn(body);
    case undefined:
      return queue === unreadRecords ? recordIn(body) : { is: "missed-run" };
  }
}

/** The function refused its signature, and would again. It would take one whose key has been registered since. */
const lastingFaults = /\b(not-signed|signature-not-valid)\b/;

function fromSf(body: string, { queue, now, municipality }: Receipt & { queue: string }): Content {
  const sent = fromAdministration(body, { receivedOn: civilDateAt(now), municipality });
  if ("faults" in sent) return unreadable(sent.faults);
  switch (sent.kind) {
    case "decision":
      return decision(sent.data, { queue, now, municipality });
    case "proposal-answer":
      return settlement(readProposalAnswer(sent.data));
  }
}

function fromExecutor(body: string, { now, municipality }: Receipt): Content {
  const sent = fromProvider(body, { receivedOn: civilDateAt(now), municipality });
  if ("faults" in sent) return unreadable(sent.faults);
  switch (sent.kind) {
    case "progress":
      return readable(readProgress(sent.data), (progress) => ({ is: "progress", progress }));
    case "proposal":
      return readable(readProposal(sent.data), (proposing) => ({ is: "proposal", proposing }));
    case "withdrawal":
      return settlement(readWithdrawal(sent.data));
  }
}

const settlement = (read: Read<Settling>): Content =>
  readable(read, (settling) => ({ is: "settlement", settling }));

function decision(data: unknown, { queue, now, municipality }: Receipt & { queue: string }): Content {
  return readable(readDecision(data, { receivedOn: civilDateAt(now), municipality }), (value) =>
    value.administration === partyOf(queue)
      ? { is: "decision", decision: value, contentHash: contentHash(data) }
      : unreadable([fault("/administration", "not-your-queue")]),
  );
}

const readable = <T>(read: Read<T>, toContent: (value: T) => Content): Content =>
  read.ok ? toContent(read.value) : unreadable(read.faults);

const unreadable = (faults: readonly Fault[]): Content => ({ is: "unreadable", codes: shownCodes(faults) });

/** What hemvist sent has the id that hemvist gave it: decision, version, index, time. A reply has another. */
function eventIn(body: string): Content {
  const { success, data: event } = cloudEvent.safeParse(parsedJson(body));
  if (!success) return { is: "unreadable", codes: ["not-an-event"] };
  const place = placeOf(event);
  return place ? { is: "event", event, ...place } : { is: "reply", event };
}

function recordIn(body: string): Content {
  const read = numbered.safeParse(parsedJson(body));
  return { is: "record", version: read.success ? read.data.version : undefined };
}

const numbered = z.object({ version: z.int() });

function decisionIn({ body }: Letter, content: Content): string | undefined {
  switch (content.is) {
    case "event":
      return content.event.correlationid;
    case "reply":
    case "missed-run":
      return undefined;
    case "decision":
    case "progress":
    case "proposal":
    case "settlement":
    case "record":
    case "unreadable": {
      const { administration, decisionId, assignmentId } = namedIn(body);
      const key =
        administration !== undefined && decisionId !== undefined
          ? { administration, decisionId }
          : decisionOf(assignmentId ?? "");
      return key && correlationIdOf(key);
    }
  }
}

const padded = (number: number): string => String(number).padStart(9, "0");

function sequenceOf(content: Content): string {
  switch (content.is) {
    case "decision":
      return padded(content.decision.revision);
    case "progress":
      return content.progress.occurredAt;
    case "proposal":
      return content.proposing.madeAt;
    case "settlement":
      return content.settling.at;
    case "event":
      return `${padded(content.version)} ${padded(content.index)}`;
    case "reply":
    case "missed-run":
    case "record":
    case "unreadable":
      return "";
  }
}
