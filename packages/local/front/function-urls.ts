import { randomUUID } from "node:crypto";
import type { Outcome } from "../functions/running-thread.ts";
import type { Permissions } from "../permissions/permissions.ts";
import { atFunctionUrl } from "../permissions/requests.ts";
import type { Assembly } from "../templates/assembly.ts";
import { isJson, type Json, jsonOf, numberOf, parsedJson, textOf } from "../templates/json.ts";
import { everyResource } from "../templates/known-resources.ts";
import { ACCOUNT } from "../templates/physical-names.ts";
import type { Resolver } from "../templates/resolver.ts";
import type { Instant } from "../time/virtual-clock.ts";
import { UNSIGNED } from "./caller.ts";
import type { Invoke } from "./front.ts";
import type { Answer, Request } from "./listening.ts";

export interface FunctionUrls {
  /** What Lambda says of a function's URL, or undefined where the path asks for no such thing. */
  readonly configOf: (path: string) => Answer | undefined;
  /** The answer of the function whose URL it is, or undefined where the path is no function's. */
  readonly answer: (request: Request, caller: string) => Promise<Answer> | undefined;
}

interface Given {
  readonly assembly: Assembly;
  readonly resolver: Resolver;
  readonly endpoint: string;
  readonly now: () => Instant;
  readonly invoke: Invoke;
  /** Without them, each signed call is let through. */
  readonly permissions?: Permissions;
}

const configUrl = /^\/2021-10-31\/functions\/([^/?]+)\/url/;
const calledUrl = /^\/function-urls\/([^/?]+)(\/[^?]*)?(?:\?(.*))?$/;

/**
 * The HTTPS addresses of functions that the template declares (`AWS::Lambda::Url`), each below the front's own. A
 * caller is known as at the front: by the access key that it signs with.
 */
export const createFunctionUrls = ({
  assembly,
  resolver,
  endpoint,
  now,
  invoke,
  permissions,
}: Given): FunctionUrls => {
  const targets = new Map(
    everyResource(assembly)
      .filter(({ type }) => type === "AWS::Lambda::Url")
      .map((url) => {
        const { TargetFunctionArn, Qualifier, AuthType } = resolver.propertiesOf(url);
        const qualifier = textOf(Qualifier);
        const named = textOf(TargetFunctionArn) ?? "";
        const reference = qualifier === undefined ? named : `${named}:${qualifier}`;
        return [functionIn(reference), { reference, authType: textOf(AuthType) ?? "AWS_IAM" }] as const;
      }),
  );

  return {
    configOf: (path) => {
      const [, named] = configUrl.exec(path) ?? [];
      if (named === undefined) return undefined;
      const name = functionIn(decodeURIComponent(named));
      const target = targets.get(name);
      if (target === undefined)
        return json(404, { Type: "User", Message: "The resource you requested does not exist." });
      return json(200, {
        AuthType: target.authType,
        FunctionArn: target.reference,
        FunctionUrl: `${endpoint}/function-urls/${name}/`,
      });
    },
    answer: (request, caller) => {
      const [, name = "", path = "/", query = ""] = calledUrl.exec(request.url) ?? [];
      const target = targets.get(name);
      if (target === undefined) return undefined;
      const forbidden = json(403, { Message: "Forbidden" });
      if (target.authType === "AWS_IAM" && caller === UNSIGNED) return Promise.resolve(forbidden);
      const answer = async (): Promise<Answer> => {
        const refused = await permissions?.refusalTo(caller, atFunctionUrl(target.reference));
        if (refused !== undefined) return forbidden;
        const event = eventOf({ request, caller, name, path, query, now: now() });
        return answerOf(await invoke(target.reference, event));
      };
      return answer();
    },
  };
};

const functionIn = (reference: string): string => /^(?:.*:function:)?([^:]+)/.exec(reference)?.[1] ?? "";

interface Call {
  readonly request: Request;
  readonly caller: string;
  readonly name: string;
  readonly path: string;
  readonly query: string;
  readonly now: Instant;
}

/** The event of a function URL, payload version 2.0: Lambda itself says who signed it. */
const eventOf = ({ request, caller, name, path, query, now }: Call): Json => ({
  version: "2.0",
  routeKey: "$default",
  rawPath: path,
  rawQueryString: query,
  headers: request.headers,
  requestContext: {
    accountId: ACCOUNT,
    apiId: name,
    authorizer: {
      iam: {
        accessKey: caller,
        accountId: ACCOUNT,
        callerId: caller,
        userArn: `arn:aws:iam::${ACCOUNT}:user/${caller}`,
        userId: caller,
      },
    },
    domainName: "127.0.0.1",
    domainPrefix: name,
    http: { method: request.method, path, protocol: "HTTP/1.1", sourceIp: request.sourceIp },
    requestId: randomUUID(),
    routeKey: "$default",
    stage: "$default",
    timeEpoch: Math.round(now),
  },
  ...(request.body.length === 0 ? {} : { body: request.body.toString("utf8") }),
  isBase64Encoded: false,
});

/** What a function answers with a status is the answer as it is; anything else is the body of one. */
const answerOf = ({ succeeded, payload }: Outcome): Answer => {
  if (!succeeded) return json(502, { Message: "Internal Server Error" });
  const answer = parsedJson(payload);
  const status = isJson(answer) ? numberOf(answer["statusCode"]) : undefined;
  if (status === undefined)
    return { status: 200, headers: { "content-type": "application/json" }, body: payload };
  const headers = Object.entries(jsonOf(answer["headers"])).map(
    ([key, value]) => [key.toLowerCase(), String(value)] as const,
  );
  return { status, headers: Object.fromEntries(headers), body: textOf(answer["body"]) ?? "" };
};

const json = (status: number, body: Json): Answer => ({
  status,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});
