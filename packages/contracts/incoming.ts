import { type CivilDate, type Municipality, typeOf } from "@hemvist/rules";
import * as z from "zod/mini";
import { traceparent } from "./envelope.ts";
import { type Fault, type FaultCode, fault } from "./fault.ts";
import { readJson } from "./json-text.ts";
import { isTooLarge } from "./message-size.ts";
import { decisionNamedIn, type Named, progressNamedIn, proposalNamedIn } from "./named-in.ts";

/**
 * A message that came on a queue: what it is, and what it is about as far as that can be read. `data` is what the
 * envelope holds, which its own reader reads. Where the message is not taken, `faults` say why, and `data` is there if it
 * could be found.
 */
export type Incoming<Kind extends string> = { readonly kind: Kind; readonly named: Named } & (
  | { readonly data: unknown; readonly traceparent?: string }
  | { readonly faults: readonly Fault[]; readonly data?: unknown }
);

interface Context {
  readonly receivedOn: CivilDate;
  readonly municipality: Municipality;
  /** Why it cannot be taken, whatever it says: its signature. */
  readonly refusedAs?: FaultCode | undefined;
}

/** One kind of message, by what its envelope names. */
interface Sort<Kind extends string> {
  readonly kind: Kind;
  readonly happening: string;
  readonly named: (data: unknown, context: Context) => Named;
}

const proposalNamed = (data: unknown, { receivedOn }: Context): Named => proposalNamedIn(data, receivedOn);

/** Data without an envelope is the first of these. */
const ofAdministrations = [
  { kind: "decision", happening: "decision.made", named: decisionNamedIn },
  { kind: "proposal-answer", happening: "proposal.answered", named: proposalNamed },
] as const;

/** Data without an envelope is the first of these. */
const ofProviders = [
  {
    kind: "progress",
    happening: "progress.reported",
    named: (data: unknown, { receivedOn }: Context): Named => progressNamedIn(data, receivedOn),
  },
  { kind: "proposal", happening: "proposal.made", named: proposalNamed },
  { kind: "withdrawal", happening: "proposal.withdrawn", named: proposalNamed },
] as const;

export type FromAdministration = Incoming<(typeof ofAdministrations)[number]["kind"]>;
export type FromProvider = Incoming<(typeof ofProviders)[number]["kind"]>;

/** What came on `decisions-<administration>`. */
export const fromAdministration = (body: string, context: Context): FromAdministration =>
  unlessRefused(incoming(body, { ...context, sorts: ofAdministrations }), context);

/** What came on `progress-<provider>`. */
export const fromProvider = (body: string, context: Context): FromProvider =>
  unlessRefused(incoming(body, { ...context, sorts: ofProviders }), context);

const unlessRefused = <Kind extends string>(sent: Incoming<Kind>, { refusedAs }: Context): Incoming<Kind> =>
  refusedAs === undefined ? sent : { ...sent, faults: [fault("", refusedAs)] };

/** As much of an envelope as an incoming message must have; what else it carries is the sender's own. */
const envelope = z.object({
  specversion: z.literal("1.0"),
  type: z.string(),
  traceparent: z.optional(z.unknown()),
  data: z.optional(z.unknown()),
});

/** Opens a CloudEvent of a type that the queue takes, or takes the bare data, which means the same as the POST. */
function incoming<Kind extends string>(
  body: string,
  { sorts, ...context }: Context & { readonly sorts: readonly [Sort<Kind>, ...Sort<Kind>[]] },
): Incoming<Kind> {
  const [bare] = sorts;
  const about = ({ kind, named }: Sort<Kind>, data?: unknown) => ({ kind, named: named(data, context) });
  if (isTooLarge(body)) return { ...about(bare), faults: [fault("", "message-too-large")] };
  const read = readJson(body);
  if (!read.ok) return { ...about(bare), faults: [fault("", read.code)] };
  const opened = isEnvelope(read.value) ? envelope.safeParse(read.value) : undefined;
  if (!opened?.success) return { ...about(bare, read.value), data: read.value };

  const { type, data, traceparent: trace } = opened.data;
  const sort = sorts.find(({ happening }) => typeOf(context.municipality, happening) === type);
  if (sort === undefined) return { ...about(bare, data), faults: [fault("/type", "unknown-type")] };
  if (data === undefined || data === null) return { ...about(sort), faults: [fault("/data", "missing")] };
  return { ...about(sort, data), data, ...traceIn(trace) };
}

/** The trace that a sender's envelope names, if it is one: most name none, and are not asked for its form. */
function traceIn(sent: unknown): { readonly traceparent?: string } {
  const trace = sent === undefined ? undefined : traceparent.safeParse(sent).data;
  return trace === undefined ? {} : { traceparent: trace };
}

/** No message's own data names a CloudEvents version. */
const isEnvelope = (message: unknown): boolean =>
  typeof message === "object" && message !== null && "specversion" in message;
