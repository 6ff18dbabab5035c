import type { Request } from "../front/listening.ts";
import { ACCOUNT } from "../templates/physical-names.ts";
import type { Instant } from "../time/virtual-clock.ts";
import type { Match } from "./routes.ts";

/** The event of a Lambda proxy integration, payload version 1.0. */
export const proxyEvent = ({
  request,
  match,
  requestId,
  now,
  stage,
}: {
  readonly request: Request;
  readonly match: Match;
  readonly requestId: string;
  /** The call's instant in virtual time: functions take their "now" from here. */
  readonly now: Instant;
  readonly stage: string;
}) => {
  const { pathname, searchParams } = new URL(request.url, "http://127.0.0.1");
  const { resourcePath } = match.route;
  // What the gateway adds to what the caller sent.
  const headers: readonly Pair[] = [...pairsOf(request.rawHeaders), ["X-Forwarded-Proto", "http"]];
  return {
    resource: resourcePath,
    path: pathname,
    httpMethod: request.method,
    headers: lastOf(headers),
    multiValueHeaders: allOf(headers),
    queryStringParameters: orNull(lastOf([...searchParams])),
    multiValueQueryStringParameters: orNull(allOf([...searchParams])),
    pathParameters: orNull(match.pathParameters),
    stageVariables: null,
    requestContext: {
      accountId: ACCOUNT,
      apiId: "local",
      authorizer: null,
      domainName: "127.0.0.1",
      extendedRequestId: requestId,
      httpMethod: request.method,
      identity: { sourceIp: request.sourceIp, userAgent: request.headers["user-agent"] ?? null },
      // At the root here, as behind a domain name of one's own: the stage is no part of the path.
      path: pathname,
      protocol: "HTTP/1.1",
      requestId,
      requestTime: commonLogTime(now),
      requestTimeEpoch: Math.round(now),
      resourceId: "local",
      resourcePath,
      stage,
    },
    body: request.body.length === 0 ? null : request.body.toString("utf8"),
    isBase64Encoded: false,
  };
};

type Pair = readonly [name: string, value: string];

const pairsOf = (raw: readonly string[]): readonly Pair[] =>
  raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ""] as const] : []));

const lastOf = (pairs: readonly Pair[]): Readonly<Record<string, string>> => Object.fromEntries(pairs);

const allOf = (pairs: readonly Pair[]): Readonly<Record<string, readonly string[]>> => {
  const all: Record<string, string[]> = {};
  for (const [name, value] of pairs) all[name] = [...(all[name] ?? []), value];
  return all;
};

const orNull = <T extends object>(values: T): T | null => (Object.keys(values).length === 0 ? null : values);

/** `02/Nov/2026:08:12:00 +0000` */
const commonLogTime = (instant: Instant): string => {
  const [, day, month, year, time] = new Date(instant).toUTCString().split(" ");
  return `${day}/${month}/${year}:${time} +0000`;
};
