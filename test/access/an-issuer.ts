import { generateKeyPairSync, type JsonWebKey } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import {
  kindsOf,
  type Parties,
  partyScope,
  scopeInToken,
  scopePrefix,
  scopes,
  scopesFor,
} from "@hemvist/rules";
import Provider from "oidc-provider";

export const audience = "hemvist";

/** A new P-256 key: its private half as a JWK, which holds the public half too. */
export const aKey = (): JsonWebKey =>
  generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ format: "jwk" });

export const publicHalfOf = ({ kty, crv, x, y }: JsonWebKey): JsonWebKey =>
  ({ kty, crv, x, y }) as JsonWebKey;

/**
 * An issuer as a city may have one, and not of our making: a certified OpenID provider, with a client per party that
 * shows a signed assertion instead of a secret (`private_key_jwt`).
 */
export async function anIssuer(keys: Readonly<Record<string, JsonWebKey>>, parties: Parties) {
  const server = createServer();
  await once(server.listen(0, "127.0.0.1"), "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const everyScope = [
    ...scopes.map(scopeInToken),
    ...Object.keys(keys).map((party) => `${scopePrefix}${partyScope(party)}`),
  ];
  const provider = new Provider(url, {
    clients: Object.entries(keys).map(([party, key]) => ({
      client_id: party,
      token_endpoint_auth_method: "private_key_jwt",
      token_endpoint_auth_signing_alg: "ES256",
      jwks: { keys: [{ ...publicHalfOf(key), kid: party, use: "sig" }] },
      grant_types: ["client_credentials"],
      id_token_signed_response_alg: "ES256",
      response_types: [],
      redirect_uris: [],
      scope: [partyScope(party), ...scopesFor(kindsOf(party, parties))]
        .map((name) => `${scopePrefix}${name}`)
        .join(" "),
    })),
    scopes: everyScope,
    clientAuthMethods: ["private_key_jwt"],
    jwks: { keys: [{ ...aKey(), kid: "issuer", use: "sig", alg: "ES256" }] },
    ttl: { ClientCredentials: 300 },
    cookies: { keys: ["no cookie is used"] },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => `urn:${audience}`,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: everyScope.join(" "),
          audience,
          accessTokenTTL: 300,
          accessTokenFormat: "jwt",
          jwt: { sign: { alg: "ES256" } },
        }),
      },
    },
  });
  server.on("request", provider.callback());
  return { url, stop: () => new Promise((resolve) => server.close(resolve)) };
}
