import { createHmac, generateKeyPairSync, type KeyObject } from "node:crypto";
import { type JWTHeaderParameters, type JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { accessTokens, type TokenIssuer } from "./access-tokens.ts";
import { IssuerUnreachable } from "./bounded-fetch.ts";

const url = "https://issuer.example/pool";
const now = new Date("2026-11-02T09:00:00Z");
const seconds = now.getTime() / 1000;
const [first, second, foreign] = ["first", "second", "foreign"].map((kid) => ({
  kid,
  ...generateKeyPairSync("rsa", { modulusLength: 2048 }),
})) as [Key, Key, Key];

interface Key {
  readonly kid: string;
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

const ofCognito = {
  iss: url,
  sub: "client-1",
  client_id: "client-1",
  token_use: "access",
  scope: "hemvist/party.sf-centrum hemvist/decisions.send",
  iat: seconds - 60,
  exp: seconds + 240,
};

const without = (claim: keyof typeof ofCognito): JWTPayload =>
  Object.fromEntries(Object.entries(ofCognito).filter(([name]) => name !== claim));

const signed = (
  claims: JWTPayload = ofCognito,
  key = first,
  header: Partial<JWTHeaderParameters> = {},
): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: key.kid, ...header }).sign(key.privateKey);

/** An issuer: what it answers at each address, and what was asked of it. */
let published: readonly Key[];
let asked: string[];
let isDown: boolean;
beforeEach(() => {
  published = [first];
  asked = [];
  isDown = false;
  // jose reads the clock to know how old the keys are.
  vi.useFakeTimers({ toFake: ["Date"], now });
});
afterEach(() => vi.useRealTimers());
const fetched = (at: string): Promise<Response> => {
  asked.push(at);
  if (isDown) return Promise.reject(new IssuerUnreachable(new Error("down")));
  const body = at.endsWith("openid-configuration")
    ? { issuer: url, jwks_uri: `${url}/keys` }
    : {
        keys: published.map(({ kid, publicKey }) => ({
          ...publicKey.export({ format: "jwk" }),
          kid,
          alg: "RS256",
          use: "sig",
        })),
      };
  return Promise.resolve(new Response(JSON.stringify(body)));
};
const tokens = (issuer: TokenIssuer = { url }) => accessTokens(issuer, fetched);
const read = async (token: string, at = now, issuer?: TokenIssuer) =>
  tokens(issuer).read(`Bearer ${token}`, at);

const granted = { granted: ["hemvist/party.sf-centrum", "hemvist/decisions.send"] };
const notValid = { refused: "not-valid" };

describe("a token of the issuer's", () => {
  it("gives its scopes", async () => {
    expect(await read(await signed())).toEqual(granted);
  });

  it("of an issuer with audiences must be for this API", async () => {
    const issuer = { url, audience: "hemvist" };

    expect(await read(await signed({ ...ofCognito, aud: "hemvist" }), now, issuer)).toEqual(granted);
    expect(await read(await signed({ ...ofCognito, aud: ["a", "hemvist"] }), now, issuer)).toEqual(granted);
    expect(await read(await signed({ ...ofCognito, aud: "other" }), now, issuer)).toEqual(notValid);
    expect(await read(await signed(), now, issuer)).toEqual(notValid);
  });

  it("without scopes gives none", async () => {
    const { scope: _scope, ...claims } = ofCognito;

    expect(await read(await signed(claims))).toEqual({ granted: [] });
  });
});

describe("what is refused", () => {
  const claims: readonly (readonly [string, JWTPayload])[] = [
    ["of another issuer", { ...ofCognito, iss: "https://issuer.example/other" }],
    ["for an audience, of an issuer that has none", { ...ofCognito, aud: "hemvist" }],
    ["that is an id token", { ...ofCognito, token_use: "id" }],
    ["that has expired", { ...ofCognito, exp: seconds - 31 }],
    ["that never expires", without("exp")],
    ["that holds from later on", { ...ofCognito, nbf: seconds + 31 }],
    ["that was not issued", without("iat")],
  ];
  it.each(claims)("a token %s", async (_what, its) => {
    expect(await read(await signed(its))).toEqual(notValid);
  });

  it("a token signed by a key that the issuer does not publish, under a name that it does", async () => {
    expect(await read(await signed(ofCognito, { ...foreign, kid: first.kid }))).toEqual(notValid);
    expect(await read(await signed(ofCognito, foreign))).toEqual(notValid);
  });

  it("a token without a signature", async () => {
    const token = new UnsecuredJWT(ofCognito).encode();

    expect(await read(token)).toEqual(notValid);
    expect(await read(`${token}AAAA`)).toEqual(notValid);
  });

  it("a token signed with the published key as if it were a secret", async () => {
    const [, body = ""] = (await signed()).split(".");
    const header = Buffer.from(JSON.stringify({ alg: "HS256", kid: first.kid })).toString("base64url");
    const pem = first.publicKey.export({ format: "pem", type: "spki" });
    const signature = createHmac("sha256", pem).update(`${header}.${body}`).digest("base64url");

    expect(await read(`${header}.${body}.${signature}`)).toEqual(notValid);
  });

  it("a token that brings its own key", async () => {
    const jwk = foreign.publicKey.export({ format: "jwk" }) as never;

    expect(await read(await signed(ofCognito, { ...foreign, kid: "x" }, { jwk }))).toEqual(notValid);
    const jku = "https://evil.example/keys";
    expect(await read(await signed(ofCognito, { ...foreign, kid: "x" }, { jku }))).toEqual(notValid);
    expect(asked.filter((at) => !at.startsWith(url))).toEqual([]);
  });

  it("a token with a changed claim", async () => {
    const [header, , signature] = (await signed()).split(".");
    const body = Buffer.from(JSON.stringify({ ...ofCognito, scope: "hemvist/party.sf-hisingen" }));

    expect(await read(`${header}.${body.toString("base64url")}.${signature}`)).toEqual(notValid);
  });

  it("a token with a critical extension that is not known", async () => {
    const [, body, signature] = (await signed()).split(".");
    const header = Buffer.from(JSON.stringify({ alg: "RS256", kid: first.kid, crit: ["exp"], exp: 1 }));

    expect(await read(`${header.toString("base64url")}.${body}.${signature}`)).toEqual(notValid);
  });

  it.each([
    "Basic c2Y6bG9jYWw=",
    "Bearer",
    "Bearer a.b",
    "Bearer a.b.c.d",
    "Bearer ?.?.?",
    "",
    "Bearer a.b.c",
  ])("%j", async (header) => {
    expect(await tokens().read(header, now)).toEqual(notValid);
  });

  it("no header at all", async () => {
    expect(await tokens().read(undefined, now)).toEqual({ refused: "no-token" });
    expect(asked).toEqual([]);
  });
});

describe("the issuer's keys", () => {
  it("are fetched once for many tokens", async () => {
    const { read: again } = tokens();
    for (let index = 0; index < 5; index += 1) await again(`Bearer ${await signed()}`, now);

    expect(asked).toEqual([`${url}/.well-known/openid-configuration`, `${url}/keys`]);
  });

  it("may change without a restart: an unknown key is fetched, half a minute after the last", async () => {
    const { read: again } = tokens();
    await again(`Bearer ${await signed()}`, now);
    published = [second];
    vi.setSystemTime(now.getTime() + 31_000);

    expect(await again(`Bearer ${await signed(ofCognito, second)}`, now)).toEqual(granted);
    expect(await again(`Bearer ${await signed(ofCognito, first)}`, now)).toEqual(notValid);
  });

  it("are fetched again after ten minutes, so that a withdrawn key counts no more", async () => {
    const { read: again } = tokens();
    const token = await signed();
    await again(`Bearer ${token}`, now);
    published = [second];
    vi.setSystemTime(now.getTime() + 601_000);

    expect(await again(`Bearer ${token}`, now)).toEqual(notValid);
  });

  it("are not fetched again for each token with an unknown key", async () => {
    const { read: again } = tokens();
    await again(`Bearer ${await signed()}`, now);
    const token = await signed(ofCognito, foreign);
    for (let index = 0; index < 20; index += 1) await again(`Bearer ${token}`, now);

    expect(asked.filter((at) => at.endsWith("/keys"))).toHaveLength(1);
  });

  it("that cannot be had make no token valid or not valid, and are asked for again", async () => {
    const { read: again } = tokens();
    const token = await signed();
    isDown = true;
    await expect(again(`Bearer ${token}`, now)).rejects.toThrow(IssuerUnreachable);
    isDown = false;

    expect(await again(`Bearer ${token}`, now)).toEqual(granted);
  });

  it("are not to be had from an issuer that publishes no set of keys", async () => {
    const noKeys = accessTokens({ url }, async (at) =>
      at.endsWith("/keys") ? new Response('{"error":"moved"}') : fetched(at),
    );

    await expect(noKeys.read(`Bearer ${await signed()}`, now)).rejects.toThrow(IssuerUnreachable);
  });

  it("are not taken from an issuer that calls itself another", async () => {
    const other = accessTokens({ url: `${url}/` }, fetched);

    await expect(other.check()).rejects.toThrow(IssuerUnreachable);
  });
});
