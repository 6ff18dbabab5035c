import { parsedJson } from "@hemvist/contracts";
import { type CryptoKey, createRemoteJWKSet, customFetch, errors, type JWTPayload, jwtVerify } from "jose";
import * as z from "zod/mini";
import { boundedFetch, IssuerUnreachable } from "./bounded-fetch.ts";

/** Who issues the parties' tokens. */
export interface TokenIssuer {
  /** Its address, exactly as it stands in a token's `iss`. */
  readonly url: string;
  /**
   * What a token's `aud` must hold. Cognito's access tokens have no `aud`: without this setting a token must have none
   * either, and the scopes, which Cognito gives to the clients of our API only, are what show whom it is for.
   */
  readonly audience?: string;
}

/** The scopes of a valid token, or why there are none. */
export type ReadToken =
  | { readonly granted: readonly string[] }
  | { readonly refused: "no-token" | "not-valid" };

export interface AccessTokens {
  /**
   * Checks the signature, issuer, audience and times of the token in an `Authorization` header.
   * @param now the instant at which the gateway received the request
   * @throws IssuerUnreachable if the issuer's keys cannot be had
   */
  readonly read: (authorization: string | undefined, now: Date) => Promise<ReadToken>;
  /** Fetches the issuer's keys, and so shows that it can be reached. @throws IssuerUnreachable */
  readonly check: () => Promise<void>;
}

/** Signatures with a key that only the issuer has. `none` and HMACs are not among them. */
const algorithms = ["RS256", "PS256", "ES256"];

/** Ours: how far the issuer's clock and the gateway's may differ, in seconds. */
const clocksDiffer = 30;

/** How long the issuer's keys are used, in milliseconds. A new key is fetched at once, but at most each half minute. */
const keys = { cacheMaxAge: 600_000, cooldownDuration: 30_000, timeoutDuration: 5_000 };

/** Reads the tokens of the issuer that a function's settings name. */
export const tokensBy = ({
  TOKEN_ISSUER: url,
  TOKEN_AUDIENCE: audience,
}: {
  readonly TOKEN_ISSUER: string;
  readonly TOKEN_AUDIENCE?: string;
}): AccessTokens => accessTokens({ url, ...(audience === undefined ? {} : { audience }) });

/** Reads access tokens (RFC 9068, and Cognito's). One per process: it keeps the issuer's keys. */
export function accessTokens(issuer: TokenIssuer, fetched = boundedFetch): AccessTokens {
  let keySet: Promise<ReturnType<typeof createRemoteJWKSet>> | undefined;

  const keysOf = (): NonNullable<typeof keySet> => {
    keySet ??= discovered(issuer, fetched).catch((error: unknown) => {
      keySet = undefined;
      throw error;
    });
    return keySet;
  };

  return {
    async read(authorization, now) {
      const [, token] = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+) *$/i.exec(authorization ?? "") ?? [];
      if (authorization === undefined) return { refused: "no-token" };
      if (token === undefined) return { refused: "not-valid" };
      const keyFor = await keysOf();
      try {
        const { payload } = await jwtVerify<Claims, CryptoKey>(token, keyFor, {
          algorithms,
          issuer: issuer.url,
          ...(issuer.audience === undefined ? {} : { audience: issuer.audience }),
          requiredClaims: ["exp", "iat"],
          clockTolerance: clocksDiffer,
          currentDate: now,
        });
        return isForUs(payload, issuer) ? { granted: grantedIn(payload) } : { refused: "not-valid" };
      } catch (error) {
        if (error instanceof errors.JWKSInvalid) throw new IssuerUnreachable(error);
        if (error instanceof errors.JOSEError) return { refused: "not-valid" };
        throw error;
      }
    },
    async check() {
      await (await keysOf()).reload();
    },
  };
}

interface Claims extends JWTPayload {
  readonly scope?: unknown;
  /** Cognito's: `access` or `id`. */
  readonly token_use?: unknown;
}

/** An id token says who logs in, and lets no party do anything. */
const isForUs = ({ aud, token_use: use }: Claims, { audience }: TokenIssuer): boolean =>
  (use === undefined || use === "access") && (audience !== undefined || aud === undefined);

const grantedIn = ({ scope }: Claims): readonly string[] =>
  typeof scope === "string" ? scope.split(" ").filter((one) => one !== "") : [];

/** The part of an issuer's own description that counts here (OpenID Connect Discovery 1.0, 4.3). */
const description = z.object({ issuer: z.string(), jwks_uri: z.url({ protocol: /^https?$/ }) });

async function discovered(issuer: TokenIssuer, fetched: typeof boundedFetch) {
  const at = `${issuer.url.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const response = await fetched(at, AbortSignal.timeout(keys.timeoutDuration));
  const read = description.safeParse(parsedJson(await response.text()));
  // An issuer that describes itself as another is not the one that the settings name.
  if (!read.success || read.data.issuer !== issuer.url) throw new IssuerUnreachable("description");
  return createRemoteJWKSet(new URL(read.data.jwks_uri), {
    ...keys,
    [customFetch]: (url, { signal }) => fetched(url, signal),
  });
}
