import {
  type Fault,
  fault,
  instantOf,
  isTooLarge,
  type ProblemName,
  readJson,
  traceparent,
  utf8Text,
} from "@hemvist/contracts";
import type { Caller } from "@hemvist/rules";
import type { APIGatewayProxyEvent } from "aws-lambda";
import { elapsedSince } from "./elapsed.ts";

/** A request as a use case sees it. */
export interface HttpRequest {
  /** The party that calls, as its token says, and how far the operation reaches for it. */
  readonly caller: Caller;
  /** The path's parameters, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The parsed JSON body of a POST; undefined for a GET, which has none. */
  readonly body: unknown;
  /** When the gateway received it: the instant it counts as received. */
  readonly receivedAt: string;
  /** How many milliseconds have passed since. Nothing is decided by it. */
  readonly elapsed: () => number;
  readonly requestId: string;
  /** What a path is put behind to make a URL that the caller can use: scheme, host, and the gateway's stage if it shows. */
  readonly baseUrl: string;
  readonly traceparent?: string;
}

/** Why a request has no route, or what is wrong with its body. */
interface Refused {
  readonly refused: ProblemName;
  readonly faults?: readonly Fault[];
}

/** Ours: the longest name in a path, an assignment's id, has at most 194 characters. */
const longestParameter = 256;

/** Reads a gateway's event, or says why no route can answer it. */
export function requestOf(event: APIGatewayProxyEvent, caller: Caller): HttpRequest | Refused {
  const parameters = decoded(event.pathParameters ?? {});
  if (parameters === undefined) return { refused: "not-found" };
  const read = event.httpMethod === "POST" ? bodyOf(event) : { body: undefined };
  if ("refused" in read) return read;
  const trace = traceparent.safeParse(headerOf(event, "traceparent"));
  return {
    caller,
    parameters,
    body: read.body,
    receivedAt: instantOf(event.requestContext.requestTimeEpoch),
    elapsed: () => elapsedSince(event.requestContext.requestTimeEpoch),
    requestId: event.requestContext.requestId,
    baseUrl: baseUrlOf(event),
    ...(trace.success ? { traceparent: trace.data } : {}),
  };
}

/**
 * Reads a body. The gateway hands it over as text in which each byte that is not UTF-8 has become U+FFFD; where it is
 * set up for binary bodies, in base64 as it was sent.
 */
function bodyOf(event: APIGatewayProxyEvent): { readonly body: unknown } | Refused {
  const type = mediaType.exec(headerOf(event, "content-type") ?? "");
  if (type === null) return { refused: "not-json" };
  const { charset = "utf-8" } = type.groups ?? {};
  if (!/^utf-?8$/i.test(charset)) return { refused: "not-utf-8" };

  const sent = event.body ?? "";
  const text = event.isBase64Encoded ? utf8Text(Buffer.from(sent, "base64")) : sent;
  if (text === undefined) return unreadable(fault("", "not-utf-8"));
  if (isTooLarge(text)) return { refused: "too-large" };
  const read = readJson(text);
  return read.ok ? { body: read.value } : unreadable(fault("", read.code));
}

const unreadable = (why: Fault): Refused => ({ refused: "unreadable", faults: [why] });

/** JSON, and the character set where one is named; other parameters change nothing of how JSON is read. */
const mediaType = /^application\/json\s*(?=;|$)(?:.*?;\s*charset\s*=\s*"?(?<charset>[^\s";]*)"?)?/i;

/** The gateway's own Test button sends no headers at all. */
export const headerOf = (
  { headers }: { readonly headers: APIGatewayProxyEvent["headers"] | null },
  name: string,
): string | undefined => headers?.[name];

/** The decoded parameters. Undefined if nothing here can have such a name. */
function decoded(
  parameters: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> | undefined {
  try {
    const entries = Object.entries(parameters).map(
      ([name, value = ""]) => [name, decodeURIComponent(value)] as const,
    );
    return entries.some(([, value]) => value.length > longestParameter)
      ? undefined
      : Object.fromEntries(entries);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

/** A stage, or the base path of a domain, stands before the resource. No parameter of a path holds a slash. */
function baseUrlOf(event: APIGatewayProxyEvent): string {
  const { resource, requestContext } = event;
  const parts = requestContext.path.replace(/\/$/, "").split("/");
  const before = parts.slice(0, parts.length - resource.split("/").length + 1).join("/");
  return `${headerOf(event, "x-forwarded-proto") ?? "https"}://${headerOf(event, "host") ?? requestContext.domainName}${before}`;
}
