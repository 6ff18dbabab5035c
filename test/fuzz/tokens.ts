import { createHash, createHmac, createPublicKey, generateKeyPairSync, randomUUID } from "node:crypto";
import { decodeJwt, decodeProtectedHeader, type JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import { type Client, fetchToken } from "../../packages/sandbox/parties/access-token.ts";
import type { Seeded } from "../simulation/world/seeded.ts";
import { jsonOf, listOf, textOf } from "./json.ts";

/** A header that must not let the call in, and the answer that a guarded operation gives it. */
export interface Trick {
  readonly name: string;
  /** Absent: no header at all. */
  readonly authorization?: string;
  readonly must: 401 | 403;
}

export interface Tokens {
  /** A real token of the party's, not older than half its life. */
  readonly of: (party: string) => Promise<string>;
  /** One way to get in without a token that lets one in, or with one that lets in somewhere else. */
  readonly trick: (
    party: string,
    asked: { readonly operation: string; readonly chance: Seeded },
  ) => Promise<Trick>;
}

const lifeMs = 120_000;
const own = generateKeyPairSync("rsa", { modulusLength: 2048 });

/**
 * @param clientOf a party's client at the local issuer
 * @param expired a real token of each party that is no longer valid
 */
export function tokensFrom({
  clientOf,
  expired,
}: {
  readonly clientOf: (party: string) => Client;
  readonly expired: ReadonlyMap<string, string>;
}): Tokens {
  const held = new Map<string, { readonly token: Promise<string>; readonly until: number }>();
  const of = (party: string): Promise<string> => {
    const known = held.get(party);
    if (known !== undefined && known.until > performance.now()) return known.token;
    const token = fetchToken(clientOf(party));
    held.set(party, { token, until: performance.now() + lifeMs });
    return token;
  };
  return {
    of,
    async trick(party, { operation, chance }) {
      const narrow = narrowings.filter(({ open }) => !open.includes(operation));
      const narrowing = chance.chance(0.15) ? narrow[chance.below(narrow.length)] : undefined;
      if (narrowing !== undefined) {
        const token = await scopedToken(clientOf(party), narrowing.scopes(party));
        return { name: narrowing.name, authorization: `Bearer ${token}`, must: 403 };
      }
      const [name, forge] = forgeries[chance.below(forgeries.length)] ?? forgeries[0];
      const authorization = await forge(await of(party), { expired: expired.get(party) ?? "", chance });
      return { name, must: 401, ...(authorization === undefined ? {} : { authorization }) };
    },
  };
}

/** Real tokens with some of a client's scopes, and the operations that they do let it use. */
const narrowings = [
  {
    name: "a real token of another operation",
    scopes: (party: string) => `hemvist/party.${party} hemvist/models.read`,
    open: ["listModels", "readModel"],
  },
  {
    name: "a real token that names no party",
    scopes: () => "hemvist/models.read",
    open: [] as readonly string[],
  },
];

/** A token with only some of the client's scopes. */
async function scopedToken({ tokenUrl, clientId, clientSecret }: Client, scope: string): Promise<string> {
  const response = await fetch(tokenUrl, {
    method: "POST",
    headers: { Authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
    body: new URLSearchParams({ grant_type: "client_credentials", scope }),
  });
  return textOf(jsonOf(await response.json())["access_token"]);
}

interface Given {
  readonly expired: string;
  readonly chance: Seeded;
}
type Forge = (real: string, given: Given) => Promise<string | undefined> | string | undefined;

const bearer = (token: string): string => `Bearer ${token}`;
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const partsOf = (token: string) => {
  const [head = "", body = "", signature = ""] = token.split(".");
  return { head, body, signature };
};

/** The claims of a real token for another party: what a thief would like to have. */
const raised = (real: string): JWTPayload => ({
  ...decodeJwt(real),
  sub: "raised",
  scope: everything,
});
const everything =
  "hemvist/party.sf-centrum hemvist/decisions.send hemvist/decisions.read hemvist/assignments.read hemvist/assignments.report hemvist/persons.search hemvist/models.read";

const signedByUs = (claims: JWTPayload, header: Readonly<Record<string, unknown>>): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: "RS256", ...header }).sign(own.privateKey);

const jwkOfUs = { ...own.publicKey.export({ format: "jwk" }), alg: "RS256", use: "sig" };

/** The issuer's public key, as the one who forges has it: from its published key set. */
async function publishedKey(real: string) {
  const response = await fetch(`${textOf(decodeJwt(real).iss)}/.well-known/jwks.json`);
  const key = jsonOf(listOf(jsonOf(await response.json())["keys"])[0]);
  return createPublicKey({ key, format: "jwk" });
}

/** HS256 with the public key as the secret: a library that lets the token choose would take it. */
async function byPublicKey(real: string): Promise<string> {
  const { kid } = decodeProtectedHeader(real);
  const pem = (await publishedKey(real)).export({ type: "spki", format: "pem" });
  const content = `${part({ alg: "HS256", typ: "JWT", kid })}.${part(raised(real))}`;
  return `${content}.${createHmac("sha256", pem).update(content).digest("base64url")}`;
}

const forgeries: readonly [readonly [string, Forge], ...(readonly [string, Forge])[]] = [
  ["no token", () => undefined],
  ["an empty header", () => ""],
  ["a scheme and nothing more", () => "Bearer "],
  ["another scheme", (real) => `Basic ${btoa(`sf-centrum:${real.slice(0, 20)}`)}`],
  ["another scheme, with a real token", (real) => `Token ${real}`],
  ["a real token without a scheme", (real) => real],
  ["two real tokens", (real) => `Bearer ${real}, Bearer ${real}`],
  ["a real token twice", (real) => `Bearer ${real} ${real}`],
  ["not a token", () => bearer("sf-centrum")],
  ["three empty parts", () => bearer("..")],
  ["parts that are no JSON", () => bearer("e30.e30.e30")],
  [
    "longer than 8 KB",
    ({ length }, { chance }) => bearer(`${"a".repeat(8200 - length + chance.below(700))}.b.c`),
  ],
  ["a signature of 8 KB", (real) => bearer(`${real}${"A".repeat(8192 - real.length + 100)}`)],
  ["alg none", (real) => bearer(new UnsecuredJWT(raised(real)).encode())],
  [
    "alg None, signed as before",
    (real) => bearer(`${part({ alg: "None" })}.${partsOf(real).body}.${partsOf(real).signature}`),
  ],
  ["HS256 by the public key", async (real) => bearer(await byPublicKey(real))],
  [
    "claims changed",
    (real) => bearer(`${partsOf(real).head}.${part(raised(real))}.${partsOf(real).signature}`),
  ],
  ["no signature", (real) => bearer(`${partsOf(real).head}.${partsOf(real).body}.`)],
  ["half a signature", (real) => bearer(real.slice(0, -100))],
  [
    "a signature with one letter changed",
    (real) => bearer(`${real.slice(0, -10)}${real.at(-10) === "A" ? "B" : "A"}${real.slice(-9)}`),
  ],
  ["an unknown kid", async (real) => bearer(await signedByUs(raised(real), { kid: randomUUID() }))],
  [
    "the issuer's kid, our key",
    async (real) => bearer(await signedByUs(raised(real), { kid: decodeProtectedHeader(real).kid })),
  ],
  [
    "a kid that is a path",
    async (real) => bearer(await signedByUs(raised(real), { kid: "../../../../dev/null" })),
  ],
  ["a kid that is a query", async (real) => bearer(await signedByUs(raised(real), { kid: "' OR '1'='1" }))],
  ["our key inside the token", async (real) => bearer(await signedByUs(raised(real), { jwk: jwkOfUs }))],
  [
    "our address of keys inside the token",
    async (real) => bearer(await signedByUs(raised(real), { jku: "http://127.0.0.1:9/keys", kid: "ours" })),
  ],
  [
    "our certificate inside the token",
    async (real) =>
      bearer(await signedByUs(raised(real), { x5c: [createHash("sha256").update("x").digest("base64")] })),
  ],
  [
    "another issuer",
    async (real) =>
      bearer(await signedByUs({ ...raised(real), iss: "https://issuer.example" }, { kid: "ours" })),
  ],
  [
    "another audience",
    async (real) => bearer(await signedByUs({ ...raised(real), aud: "other" }, { kid: "ours" })),
  ],
  [
    "not valid yet",
    async (real) => bearer(await signedByUs({ ...raised(real), nbf: 4_102_444_800 }, { kid: "ours" })),
  ],
  [
    "for logging in",
    async (real) => bearer(await signedByUs({ ...raised(real), token_use: "id" }, { kid: "ours" })),
  ],
  ["expired, and real", (_real, { expired }) => bearer(expired)],
];
