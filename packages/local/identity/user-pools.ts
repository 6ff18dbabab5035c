import { randomUUID } from "node:crypto";
import { SECRET } from "../front/caller.ts";
import type { Answer, Request } from "../front/listening.ts";
import type { Assembly } from "../templates/assembly.ts";
import { type Json, jsonOf, listOf, numberOf, textOf } from "../templates/json.ts";
import { everyResource } from "../templates/known-resources.ts";
import type { Resolver } from "../templates/resolver.ts";
import type { Instant } from "../time/virtual-clock.ts";
import { createSigner, type Signer } from "./signed-tokens.ts";

/** A client of a pool, as the template declares it. Its secret is the one that every caller here has. */
interface Client {
  readonly id: string;
  readonly scopes: readonly string[];
  readonly validForSeconds: number;
  readonly pool: Pool;
}

interface Pool {
  readonly arn: string;
  /** The `iss` of its tokens, and where its description and keys are. */
  readonly url: string;
  readonly signer: Signer;
}

export interface UserPools {
  /** What a pool answers to OAuth clients and to those who check tokens; undefined for a request to no pool. */
  readonly answer: (request: Request) => Answer | undefined;
  /** The scopes of a valid access token of one of these pools. Undefined for any other text. */
  readonly scopesIn: (token: string, poolArns: readonly string[]) => readonly string[] | undefined;
}

/** The template's user pools as issuers of access tokens, by client credentials. They have no users here. */
export async function createUserPools({
  assembly,
  resolver,
  now,
}: {
  readonly assembly: Assembly;
  readonly resolver: Resolver;
  readonly now: () => Instant;
}): Promise<UserPools> {
  const resources = everyResource(assembly);
  const pools = new Map(
    await Promise.all(
      resources
        .filter(({ type }) => type === "AWS::Cognito::UserPool")
        .map(async (resource) => {
          const name = resolver.names.ref(resource);
          const url = resolver.names.attribute(resource, "ProviderURL");
          const arn = resolver.names.attribute(resource, "Arn");
          return [name, { arn, url, signer: await createSigner(`${name}-key`) }] as const;
        }),
    ),
  );
  const clients = new Map(
    resources
      .filter(({ type }) => type === "AWS::Cognito::UserPoolClient")
      .flatMap((resource) => {
        const properties = resolver.propertiesOf(resource);
        const pool = pools.get(textOf(properties["UserPoolId"]) ?? "");
        return pool === undefined ? [] : [clientOf(resolver.names.ref(resource), properties, pool)];
      })
      .map((client) => [client.id, client] as const),
  );
  const seconds = (): number => Math.floor(now() / 1000);

  return {
    answer(request) {
      const { pathname } = new URL(request.url, "http://127.0.0.1");
      if (pathname === "/oauth2/token") return tokenAnswer(request, clients, seconds());
      const [, name = "", document] =
        /^\/([^/]+)\/\.well-known\/(openid-configuration|jwks\.json)$/.exec(pathname) ?? [];
      const pool = pools.get(name);
      if (pool === undefined) return undefined;
      return json(200, document === "jwks.json" ? pool.signer.keySet() : descriptionOf(pool));
    },
    scopesIn(token, poolArns) {
      for (const { arn, url, signer } of pools.values()) {
        const claims = poolArns.includes(arn) ? signer.claimsIn(token) : undefined;
        if (claims === undefined || claims["iss"] !== url || claims["token_use"] !== "access") continue;
        if ((numberOf(claims["exp"]) ?? 0) > seconds()) return scopesOf(textOf(claims["scope"]));
      }
      return undefined;
    },
  };
}

function clientOf(id: string, properties: Json, pool: Pool): Client {
  const unit = textOf(jsonOf(properties["TokenValidityUnits"])["AccessToken"]) ?? "hours";
  return {
    id,
    scopes: listOf(properties["AllowedOAuthScopes"]).map(String),
    validForSeconds: (numberOf(properties["AccessTokenValidity"]) ?? 1) * (secondsIn[unit] ?? 3600),
    pool,
  };
}

const secondsIn: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

const descriptionOf = ({ url }: Pool): Json => ({
  issuer: url,
  jwks_uri: `${url}/.well-known/jwks.json`,
  token_endpoint: `${new URL(url).origin}/oauth2/token`,
  id_token_signing_alg_values_supported: ["RS256"],
  token_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post"],
});

/** OAuth 2.0's client credentials (RFC 6749, 4.4), with Cognito's answers. */
function tokenAnswer(request: Request, clients: ReadonlyMap<string, Client>, now: number): Answer {
  const form = new URLSearchParams(request.body.toString("utf8"));
  const client = clientIn(request, form, clients);
  if (request.method !== "POST") return refused("invalid_request");
  if (client === undefined) return refused("invalid_client");
  if (form.get("grant_type") !== "client_credentials") return refused("unsupported_grant_type");
  const asked = scopesOf(form.get("scope") ?? undefined);
  if (asked.some((scope) => !client.scopes.includes(scope))) return refused("invalid_scope");
  const { id, pool, validForSeconds } = client;
  const token = pool.signer.signed({
    sub: id,
    token_use: "access",
    scope: (asked.length === 0 ? client.scopes : asked).join(" "),
    iss: pool.url,
    exp: now + validForSeconds,
    iat: now,
    version: 2,
    jti: randomUUID(),
    client_id: id,
  });
  return json(200, { access_token: token, expires_in: validForSeconds, token_type: "Bearer" });
}

function clientIn(
  { headers }: Request,
  form: URLSearchParams,
  clients: ReadonlyMap<string, Client>,
): Client | undefined {
  const [, basic = ""] = /^Basic +(\S+)$/i.exec(headers["authorization"] ?? "") ?? [];
  const [id = "", secret = ""] =
    basic === ""
      ? [form.get("client_id") ?? "", form.get("client_secret") ?? ""]
      : Buffer.from(basic, "base64").toString("utf8").split(":").map(decodeURIComponent);
  return secret === SECRET ? clients.get(id) : undefined;
}

const scopesOf = (text: string | undefined): readonly string[] =>
  (text ?? "").split(" ").filter((scope) => scope !== "");

const refused = (error: string): Answer => json(400, { error });

const json = (status: number, body: Json): Answer => ({
  status,
  headers: { "content-type": "application/json;charset=UTF-8", "cache-control": "no-store" },
  body: JSON.stringify(body),
});
