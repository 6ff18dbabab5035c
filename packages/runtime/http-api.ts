import { type Problem, type ProblemName, problem } from "@hemvist/contracts";
import middy from "@middy/core";
import httpHeaderNormalizer from "@middy/http-header-normalizer";
import httpSecurityHeaders from "@middy/http-security-headers";
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from "aws-lambda";
import type { Admit, Admitted } from "./admission.ts";
import { elapsedSince } from "./elapsed.ts";
import { type HttpRequest, headerOf, requestOf } from "./http-request.ts";
import { log } from "./log.ts";
import { count } from "./measure.ts";
import { asUnit, unitsOutcome } from "./unit-of-work.ts";

export interface HttpAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

type Method = "GET" | "POST";
type Act = (request: HttpRequest) => Promise<HttpAnswer>;

/** The resources of a function, by the gateway's resource path, and what each does for each method. */
export type Routes = Readonly<Record<string, Partial<Record<Method, Act>>>>;

/**
 * A Lambda handler for those routes, for callers that `admit` lets in. Every error is problem+json, and none reveals how
 * hemvist is built.
 */
export const httpApi = (routes: Routes, admit: Admit) =>
  middy<APIGatewayProxyEvent, APIGatewayProxyResult>()
    .use(httpHeaderNormalizer())
    .use(httpSecurityHeaders(forNoBrowser))
    .handler((event) => answered(event, { routes, admit }));

/** The API is for systems. A browser that gets an answer all the same renders, loads and embeds nothing of it. */
const forNoBrowser = {
  contentSecurityPolicy: { "default-src": "'none'", "object-src": "'none'" },
  // A year. The gateway's own domain is in no browser's preloaded list.
  strictTransportSecurity: { maxAge: 31_536_000, preload: false },
};

interface Door {
  readonly routes: Routes;
  readonly admit: Admit;
}

const answered = (event: APIGatewayProxyEvent, door: Door): Promise<APIGatewayProxyResult> =>
  asUnit({ requestId: event.requestContext.requestId }, async () => {
    const { httpMethod: method, resource, requestContext } = event;
    const answer = await answerTo(event, door);
    const result = rendered(answer);
    const { statusCode: status } = result;
    const ms = elapsedSince(requestContext.requestTimeEpoch);
    log.info("request answered", { method, resource, status, ms, ...unitsOutcome() });
    return method === "HEAD" ? { ...result, body: "" } : result;
  });

async function answerTo(event: APIGatewayProxyEvent, { routes, admit }: Door): Promise<HttpAnswer> {
  const methods = routes[event.resource];
  if (methods === undefined) return refusal("not-found");
  try {
    const admitted = await admit(callIn(event));
    log.onBehalfOf(partyOf(admitted));
    if ("refused" in admitted) {
      count("CallersRefused", { problem: admitted.refused });
      return { ...refusal(admitted.refused), ...headersOf(admitted) };
    }
    const act = actOf(event.httpMethod, methods);
    if (act === undefined) return { ...refusal("method-not-allowed"), headers: { Allow: allowed(methods) } };
    const request = requestOf(event, admitted.caller);
    if (!("refused" in request)) return await act(request);
    const { refused, ...why } = request;
    return refusal(refused, why);
  } catch (error) {
    log.error("request failed", error, { resource: event.resource });
    return refusal(error instanceof Error ? (problemOf[error.name] ?? "fault") : "fault");
  }
}

/** Errors that have an answer of their own, by their names. The functions throw them; this package knows no decision. */
const problemOf: Readonly<Record<string, ProblemName>> = {
  WriteConflict: "conflict",
  AccessNotLogged: "access-not-logged",
};

const callIn = (event: APIGatewayProxyEvent) => ({
  method: event.httpMethod,
  resource: event.resource,
  authorization: authorizationIn(event),
  at: new Date(event.requestContext.requestTimeEpoch),
});

/**
 * The gateway hands a repeated header over with its last value. Its own check of the token may have read the first. So a
 * call with several has no valid token.
 */
function authorizationIn(
  event: Pick<APIGatewayProxyEvent, "headers"> & {
    readonly multiValueHeaders: APIGatewayProxyEvent["multiValueHeaders"] | null;
  },
): string | undefined {
  const all = event.multiValueHeaders?.["authorization"] ?? [];
  return all.length > 1 ? all.join(", ") : headerOf(event, "authorization");
}

const partyOf = (admitted: Admitted): string =>
  "refused" in admitted ? (admitted.party ?? "") : admitted.caller.party;

const headersOf = ({ headers }: { readonly headers?: Readonly<Record<string, string>> }) =>
  headers === undefined ? {} : { headers };

/** HEAD asks for what GET would answer, without its body. */
function actOf(method: string, methods: Partial<Record<Method, Act>>): Act | undefined {
  switch (method) {
    case "HEAD":
    case "GET":
      return methods.GET;
    case "POST":
      return methods.POST;
    default:
      return undefined;
  }
}

const allowed = (methods: Partial<Record<Method, Act>>): string =>
  [...Object.keys(methods), ...(methods.GET ? ["HEAD"] : [])].join(", ");

function rendered(answer: HttpAnswer): APIGatewayProxyResult {
  const result = resultOf(answer);
  if (!isTooLarge(result)) return result;
  log.error("answer too large", undefined, { status: answer.status });
  return resultOf(refusal("answer-too-large"));
}

const resultOf = ({ status, body, headers }: HttpAnswer): APIGatewayProxyResult => ({
  statusCode: status,
  headers: {
    "Content-Type": isProblem(body) ? "application/problem+json" : "application/json",
    "Cache-Control": "no-store",
    ...headers,
  },
  body: typeof body === "string" ? body : JSON.stringify(body),
});

/** Lambda answers 6 MB at most, what stands around the body and its escaped quotes included. */
const largestAnswer = 6_000_000;

/** Most answers are so small that they need not be counted: no character takes more than six bytes. */
const isTooLarge = (result: APIGatewayProxyResult): boolean =>
  result.body.length * 6 > largestAnswer && Buffer.byteLength(JSON.stringify(result)) > largestAnswer;

const isProblem = (body: unknown): boolean =>
  typeof body === "object" &&
  body !== null &&
  "type" in body &&
  String(body.type).startsWith("urn:hemvist:problem:");

/** A problem as the answer, with further members in `extensions`. */
export function refusal(name: ProblemName, extensions?: Readonly<Record<string, unknown>>): HttpAnswer {
  const body: Problem = problem(name, extensions);
  return { status: body.status, body };
}
