import { instantOf, type ProblemName, parsedJson, traceparent } from "@hemvist/contracts";
import type { APIGatewayProxyEvent } from "aws-lambda";

/** A request as a use case sees it. */
export interface HttpRequest {
  /** The path's parameters, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The parsed JSON body; undefined where there is none. */
  readonly body: unknown;
  /** When the gateway received it: the instant it counts as received. */
  readonly receivedAt: string;
  readonly requestId: string;
  /** What a path is put behind to make a URL that the caller can use: scheme, host, and the gateway's stage if it shows. */
  readonly baseUrl: string;
  readonly traceparent?: string;
}

interface Refused {
  readonly refused: ProblemName;
}

/** Ours: the longest name in a path, an assignment's id, has at most 194 characters. */
const longestParameter = 256;

/** Ours: a decision of twenty interventions is some 10 KB. */
const largestBody = 64 * 1024;

/** Reads a gateway's event, or says why it is no request that anybody here can answer. */
export function requestOf(event: APIGatewayProxyEvent): HttpRequest | Refused {
  const parameters = decoded(event.pathParameters ?? {});
  if (parameters === undefined) return { refused: "not-found" };
  const text = event.isBase64Encoded ? Buffer.from(event.body ?? "", "base64").toString() : event.body;
  const refused = event.httpMethod === "POST" && text !== null ? refusedBody(event, text) : undefined;
  if (refused !== undefined) return { refused };
  const trace = traceparent.safeParse(event.headers["traceparent"]);
  return {
    parameters,
    body: text === null ? undefined : parsedJson(text),
    receivedAt: instantOf(event.requestContext.requestTimeEpoch),
    requestId: event.requestContext.requestId,
    baseUrl: baseUrlOf(event),
    ...(trace.success ? { traceparent: trace.data } : {}),
  };
}

function refusedBody({ headers }: APIGatewayProxyEvent, text: string): ProblemName | undefined {
  if (!isJson(headers["content-type"])) return "not-json";
  return Buffer.byteLength(text) > largestBody ? "too-large" : undefined;
}

const isJson = (contentType: string | undefined): boolean =>
  /^application\/json\s*(;|$)/i.test(contentType ?? "");

/** The parameters as the caller meant them, or undefined where nothing here can have such a name. */
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

function baseUrlOf({ headers, path, requestContext }: APIGatewayProxyEvent): string {
  const { path: wholePath } = requestContext;
  const stage = wholePath.endsWith(path) ? wholePath.slice(0, wholePath.length - path.length) : "";
  return `${headers["x-forwarded-proto"] ?? "https"}://${headers["host"] ?? requestContext.domainName}${stage}`;
}
