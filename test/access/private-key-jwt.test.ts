import { createPrivateKey, type JsonWebKey, randomUUID, sign } from "node:crypto";
import { partiesOf } from "@hemvist/rules";
import { admission, tokensBy } from "@hemvist/runtime";
import { afterAll, describe, expect, it } from "vitest";
import { goteborg } from "../support/goteborg.ts";
import { aKey, anIssuer, audience } from "./an-issuer.ts";

const parties = partiesOf(goteborg);
const keys = { "sf-centrum": aKey(), kompetenscenter: aKey() };
const issuer = await anIssuer(keys, parties);
afterAll(issuer.stop);
const admit = admission({
  tokens: tokensBy({ TOKEN_ISSUER: issuer.url, TOKEN_AUDIENCE: audience }),
  parties,
});

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** What a client shows instead of a secret (RFC 7523; OpenID Connect Core, 9). */
function anAssertion(party: string, key: JsonWebKey, changes: object = {}): string {
  const iat = Math.floor(Date.now() / 1000);
  const claims = { iss: party, sub: party, aud: issuer.url, jti: randomUUID(), iat, exp: iat + 3600 };
  const content = `${encoded({ alg: "ES256", kid: party })}.${encoded({ ...claims, ...changes })}`;
  const privateKey = createPrivateKey({ key, format: "jwk" });
  const signature = sign("sha256", Buffer.from(content), { key: privateKey, dsaEncoding: "ieee-p1363" });
  return `${content}.${signature.toString("base64url")}`;
}

async function asked(form: Readonly<Record<string, string>>) {
  const { token_endpoint } = (await (
    await fetch(`${issuer.url}/.well-known/openid-configuration`)
  ).json()) as { token_endpoint: string };
  const response = await fetch(token_endpoint, {
    method: "POST",
    body: new URLSearchParams({ grant_type: "client_credentials", ...form }),
  });
  const { access_token: token } = (await response.json()) as { access_token?: string };
  return { status: response.status, token };
}

const withAssertion = (assertion: string, scope: string) =>
  asked({
    client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    client_assertion: assertion,
    scope,
  });

const call = (method: string, resource: string, token = "") =>
  admit({ method, resource, authorization: `Bearer ${token}`, at: new Date() });

describe("a client that shows a signed assertion", () => {
  it("gets a token that hemvist lets in, as the client's own party", async () => {
    const scope = "hemvist/party.kompetenscenter hemvist/assignments.report";
    const { status, token } = await withAssertion(
      anAssertion("kompetenscenter", keys.kompetenscenter),
      scope,
    );

    expect(status).toBe(200);
    expect(await call("POST", "/v1/assignments/{assignmentId}/progress", token)).toMatchObject({
      caller: { party: "kompetenscenter" },
    });
    expect(await call("POST", "/v1/decisions", token)).toMatchObject({ refused: "not-allowed" });
  });

  it("gets no other party's scope", async () => {
    const assertion = anAssertion("kompetenscenter", keys.kompetenscenter);

    expect((await withAssertion(assertion, "hemvist/party.sf-centrum")).token).toBeUndefined();
  });

  it.each([
    ["is signed by another party", () => anAssertion("kompetenscenter", keys["sf-centrum"])],
    [
      "is for another issuer",
      () => anAssertion("kompetenscenter", keys.kompetenscenter, { aud: "https://other.example" }),
    ],
  ])("gets none with one that %s", async (_what, assertion) => {
    expect(await withAssertion(assertion(), "hemvist/party.kompetenscenter")).toEqual({
      status: 401,
      token: undefined,
    });
  });

  it("gets none with the same one again", async () => {
    const assertion = anAssertion("sf-centrum", keys["sf-centrum"]);
    const statuses = [];
    for (const scope of ["hemvist/party.sf-centrum", "hemvist/party.sf-centrum"])
      statuses.push((await withAssertion(assertion, scope)).status);

    expect(statuses).toEqual([200, 401]);
  });

  it("gets none with a secret", async () => {
    expect(await asked({ client_id: "sf-centrum", client_secret: "local" })).toMatchObject({
      token: undefined,
    });
  });
});
