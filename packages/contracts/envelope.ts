import { typeOf } from "@hemvist/rules";
import * as z from "zod";
import { type Fault, fault } from "./fault.ts";
import { parsedJson, readJson } from "./json-text.ts";
import { isTooLarge } from "./message-size.ts";
import { ofMunicipality } from "./of-municipality.ts";
import { instant } from "./parts.ts";

/** W3C Trace Context, version 00. */
export const traceparent = z.string().regex(/^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/);

const source = ofMunicipality(z.string().regex(/^urn:hemvist:[a-z-]+$/), ({ urn }) => ({ const: urn }));

const type = ofMunicipality(z.string().regex(/^[a-z.-]+\.hemvist\.[\s\S]*\.v1$/), ({ typePrefix }) => ({
  pattern: `^${escaped(typePrefix)}\\.[\\s\\S]{0,}\\.v1$`,
}));

const escaped = (text: string): string => text.replaceAll(".", "\\.");

/** A CloudEvent 1.0.2 in structured JSON, as hemvist sends it. */
export const cloudEvent = z.strictObject({
  specversion: z.literal("1.0"),
  id: z.string(),
  source,
  type,
  time: instant,
  subject: z.string(),
  datacontenttype: z.literal("application/json"),
  correlationid: z.string().meta({ description: "The decision: <administration>.<decisionId>" }),
  causationid: z.string(),
  traceparent: traceparent.exactOptional(),
  data: z.record(z.string(), z.unknown()),
});

/** The envelope of one kind of message, with its data. */
export const eventOf = <Data extends z.ZodType>(happening: string, data: Data) => {
  const itsType = z.string().regex(new RegExp(`^[a-z.-]+\\.hemvist\\.${escaped(happening)}\\.v1$`));
  return ofMunicipality(
    z.strictObject({
      ...cloudEvent.shape,
      type: ofMunicipality(itsType, (municipality) => ({ const: typeOf(municipality, happening) })),
      data,
    }),
    (municipality) => ({ title: typeOf(municipality, happening) }),
  );
};

/** What came in a queue message: its data, and the trace it belongs to. */
export interface Opened {
  readonly data: unknown;
  readonly traceparent?: string;
}

/**
 * Why it cannot be opened. It has the data if only the envelope is wrong, so that a refusal can name what it refuses.
 */
export interface Unopened {
  readonly faults: readonly Fault[];
  readonly data?: unknown;
}

/** As much of an envelope as an incoming message must have; what else it carries is the sender's own. */
const incoming = z.object({
  specversion: z.literal("1.0"),
  type: z.string(),
  traceparent: z.unknown().optional(),
  data: z.unknown().optional(),
});

/**
 * Opens an incoming queue message: a CloudEvent of the type that the queue takes, or the bare data, which means
 * the same as the POST.
 */
export function openEnvelope(body: string, type: string): Opened | Unopened {
  if (isTooLarge(body)) return { faults: [fault("", "message-too-large")] };
  const read = readJson(body);
  if (!read.ok) return { faults: [fault("", read.code)] };
  const { value: message } = read;
  const envelope = isEnvelope(message) ? incoming.safeParse(message) : undefined;
  if (!envelope?.success) return { data: message };
  const { data } = envelope.data;
  if (envelope.data.type !== type) return { faults: [fault("/type", "unknown-type")], data };
  if (data === undefined || data === null) return { faults: [fault("/data", "missing")] };
  const trace = traceIn(envelope.data.traceparent);
  return { data, ...(trace === undefined ? {} : { traceparent: trace }) };
}

/** The trace that a sender's envelope names, if it is one: most name none, and are not asked for its form. */
const traceIn = (sent: unknown): string | undefined =>
  sent === undefined ? undefined : traceparent.safeParse(sent).data;

/** No message's own data names a CloudEvents version. */
const isEnvelope = (message: unknown): boolean =>
  typeof message === "object" && message !== null && "specversion" in message;

/**
 * Whether a queue message's envelope names a type. Each message is asked before it is opened, so it is only read for
 * that where the type stands in its text, as it is or in JSON's escapes.
 */
export function isOfType(body: string, type: string): boolean {
  if (isTooLarge(body) || (!body.includes(type) && !body.includes("\\u"))) return false;
  const envelope = incoming.safeParse(parsedJson(body));
  return envelope.success && envelope.data.type === type;
}
