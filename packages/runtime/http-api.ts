import { type Problem, type ProblemName, parsedJson, problem, traceparent } from "@hemvist/contracts";
import middy from "@middy/core";
import httpHeaderNormalizer from "@middy/http-header-normalizer";
import httpSecurityHeaders from "@middy/http-security-headers";
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from "aws-lambda";
import { log } from "./log.ts";
import { instantOf } from "./queue-batch.ts";

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

export interface HttpAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

type Method = "GET" | "POST";
type Act = (request: HttpRequest) => Promise<HttpAnswer>;

/** The resources of a function, by the gateway's resource path, and what each does for each method. */
export type Routes = Readonly<Record<string, Partial<Record<Method, Act>>>>;

/** Ours: a decision of twenty interventions is some 10 KB. */
const largestBody = 64 * 1024;

/** A Lambda handler for those routes. Every trouble comes out as problem+json, and none of it tells how we are built. */
export const httpApi = (routes: Routes) =>
  middy<APIGatewayProxyEvent, APIGatewayProxyResult>()
    .use(httpHeaderNormalizer())
    .use(httpSecurityHeaders())
    .handler((event) => answered(event, routes));

async function answered(event: APIGatewayProxyEvent, routes: Routes): Promise<APIGatewayProxyResult> {
  const answer = await answerTo(event, routes);
  log.info("request answered", {
    method: event.httpMethod,
    resource: event.resource,
    status: answer.status,
    requestId: event.requestContext.requestId,
  });
  return rendered(answer);
}

async function answerTo(event: APIGatewayProxyEvent, routes: Routes): Promise<HttpAnswer> {
  const methods = routes[event.resource];
  if (methods === undefined) return refusal("not-found");
  const act = isMethod(event.httpMethod) ? methods[event.httpMethod] : undefined;
  if (act === undefined)
    return { ...refusal("method-not-allowed"), headers: { Allow: Object.keys(methods).join(", ") } };
  const request = requestOf(event);
  if ("refused" in request) return refusal(request.refused);
  try {
    return await act(request);
  } catch (error) {
    log.error("request failed", error, { resource: event.resource, requestId: request.requestId });
    return refusal(error instanceof Error && error.name === "WriteConflict" ? "conflict" : "fault");
  }
}

const isMethod = (text: string): text is Method => text === "GET" || text === "POST";

function requestOf(event: APIGatewayProxyEvent): HttpRequest | { readonly refused: ProblemName } {
  const text = event.isBase64Encoded ? Buffer.from(event.body ?? "", "base64").toString() : event.body;
  if (text !== null && event.httpMethod === "POST") {
    if (!isJson(event.headers["content-type"])) return { refused: "not-json" };
    if (Buffer.byteLength(text) > largestBody) return { refused: "too-large" };
  }
  const trace = traceparent.safeParse(event.headers["traceparent"]);
  return {
    parameters: decoded(event.pathParameters ?? {}),
    body: text === null ? undefined : parsedJson(text),
    receivedAt: instantOf(event.requestContext.requestTimeEpoch),
    requestId: event.requestContext.requestId,
    baseUrl: baseUrlOf(event),
    ...(trace.success ? { traceparent: trace.data } : {}),
  };
}

function baseUrlOf({ headers, path, requestContext }: APIGatewayProxyEvent): string {
  const { path: wholePath } = requestContext;
  const stage = wholePath.endsWith(path) ? wholePath.slice(0, wholePath.length - path.length) : "";
  return `${headers["x-forwarded-proto"] ?? "https"}://${headers["host"] ?? requestContext.domainName}${stage}`;
}

const isJson = (contentType: string | undefined): boolean =>
  /^application\/json\s*(;|$)/i.test(contentType ?? "");

const decoded = (parameters: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, decodeURIComponent(value ?? "")]),
  );

const rendered = ({ status, body, headers }: HttpAnswer): APIGatewayProxyResult => ({
  statusCode: status,
  headers: {
    "Content-Type": isProblem(body) ? "application/problem+json" : "application/json",
    "Cache-Control": "no-store",
    ...headers,
  },
  body: typeof body === "string" ? body : JSON.stringify(body),
});

const isProblem = (body: unknown): boolean =>
  typeof body === "object" &&
  body !== null &&
  "type" in body &&
  String(body.type).startsWith("urn:hemvist:problem:");

/** An answer that says what is wrong; `extensions` are told beside it. */
export function refusal(name: ProblemName, extensions?: Readonly<Record<string, unknown>>): HttpAnswer {
  const body: Problem = problem(name, extensions);
  return { status: body.status, body };
}
