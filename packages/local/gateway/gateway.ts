import { randomUUID } from "node:crypto";
import type { Answer, Request } from "../front/listening.ts";
import { LENIENCY } from "../functions/leniency.ts";
import type { LocalFunction } from "../functions/local-function.ts";
import type { Outcome } from "../functions/running-thread.ts";
import type { UserPools } from "../identity/user-pools.ts";
import { isJson, type Json, jsonOf, listOf, numberOf, textOf } from "../templates/json.ts";
import type { Instant } from "../time/virtual-clock.ts";
import type { GatewayTrouble } from "./gateway-responses.ts";
import { proxyEvent } from "./proxy-event.ts";
import { matchRoute, type Route } from "./routes.ts";

/** API Gateway's limits for a REST API. */
const MOST_BYTES = 10 * 1024 * 1024;
const LONGEST_MS = 29_000 * LENIENCY;

/** The HTTP API as the template declares it, at the root: the stage is no part of the path. */
export const createGateway =
  ({
    routes,
    stage,
    functionBehind,
    answerTrouble,
    scopesIn,
    now,
    onTrouble,
  }: {
    readonly routes: readonly Route[];
    readonly stage: string;
    readonly functionBehind: (arn: string) => LocalFunction;
    readonly answerTrouble: (trouble: GatewayTrouble) => Answer;
    readonly scopesIn: UserPools["scopesIn"];
    readonly now: () => Instant;
    readonly onTrouble: (trouble: string) => void;
  }) =>
  async (request: Request): Promise<Answer> => {
    const requestId = randomUUID();
    const { pathname: path } = new URL(request.url, "http://127.0.0.1");
    const trouble = (type: GatewayTrouble["type"]): Answer =>
      answerTrouble({ type, requestId, path, httpMethod: request.method });

    const match = matchRoute({ routes, method: request.method, path });
    if (match === undefined) return trouble("MISSING_AUTHENTICATION_TOKEN");
    if (!isAuthorized(match.route, request, scopesIn)) return trouble("UNAUTHORIZED");
    if (request.body.length > MOST_BYTES) return trouble("REQUEST_TOO_LARGE");

    const event = proxyEvent({ request, match, requestId, now: now(), stage });
    const target = functionBehind(match.route.functionArn);
    const outcome = await withinLimit(target.invoke(event));
    if (outcome === undefined) return trouble("INTEGRATION_TIMEOUT");
    const answer = outcome.succeeded ? readAnswer(JSON.parse(outcome.payload)) : undefined;
    if (answer === undefined) {
      if (outcome.succeeded) onTrouble(`${target.name} answered in no form that the gateway reads`);
      return trouble("BAD_INTEGRATION_ANSWER");
    }
    return {
      ...answer,
      headers: { "content-type": "application/json", "x-amzn-requestid": requestId, ...answer.headers },
    };
  };

/** A user pool authorizer takes the token with or without `Bearer`, and any one of the method's scopes. */
const isAuthorized = (
  { authorizer }: Route,
  { headers }: Request,
  scopesIn: UserPools["scopesIn"],
): boolean => {
  if (authorizer === undefined) return true;
  const token = (headers["authorization"] ?? "").replace(/^Bearer +/i, "");
  const scopes = scopesIn(token, authorizer.poolArns) ?? [];
  return authorizer.scopes.some((scope) => scopes.includes(scope));
};

const withinLimit = async (invocation: Promise<Outcome>): Promise<Outcome | undefined> => {
  const { promise: tooLong, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), LONGEST_MS);
  try {
    return await Promise.race([invocation, tooLong]);
  } finally {
    clearTimeout(timer);
  }
};

/** A proxy answer; `undefined` where the gateway would call it malformed. */
const readAnswer = (payload: unknown): Answer | undefined => {
  if (!isJson(payload)) return undefined;
  const status = numberOf(payload["statusCode"]);
  const { body = "" } = payload;
  if (status === undefined || (body !== null && typeof body !== "string")) return undefined;
  const text = body ?? "";
  return {
    status,
    headers: answerHeaders(payload),
    body: payload["isBase64Encoded"] === true ? Buffer.from(text, "base64") : text,
  };
};

/** API Gateway's important notes: it renames this header of a function's answer. */
const answerName = (name: string): string =>
  name.toLowerCase().replace(/^www-authenticate$/, "x-amzn-remapped-www-authenticate");

const answerHeaders = ({ headers, multiValueHeaders }: Json): Record<string, string | readonly string[]> => {
  const single = Object.entries(jsonOf(headers)).map(
    ([name, value]) => [answerName(name), String(value)] as const,
  );
  const several = Object.entries(jsonOf(multiValueHeaders)).map(
    ([name, values]) =>
      [answerName(name), listOf(values).map((value) => textOf(value) ?? String(value))] as const,
  );
  return Object.fromEntries([...single, ...several]);
};
