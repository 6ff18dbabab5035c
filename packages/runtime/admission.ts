import type { ProblemName } from "@hemvist/contracts";
import {
  accessOf,
  type Caller,
  callerOf,
  isOpenToAll,
  kindsOf,
  type Parties,
  partyIn,
  scopeInToken,
} from "@hemvist/rules";
import type { AccessTokens } from "./access-tokens.ts";
import { IssuerUnreachable } from "./bounded-fetch.ts";
import { log } from "./log.ts";

/** A call before it is let in. */
export interface Call {
  readonly method: string;
  /** The gateway's resource path. */
  readonly resource: string;
  readonly authorization: string | undefined;
  /** When the gateway received it. */
  readonly at: Date;
}

/** Who calls, or why the call goes no further. */
export type Admitted =
  | { readonly caller: Caller }
  | {
      readonly refused: ProblemName;
      readonly headers?: Readonly<Record<string, string>>;
      /** The party that calls, where a valid token names one. */
      readonly party?: string;
    };

export type Admit = (call: Call) => Promise<Admitted>;

/** A caller that reaches nothing. hemvist has not asked which party it is. */
const noParty: Caller = { party: "", reach: [] };

/** Lets a call in by its token and the access matrix. The party comes from the token and from nothing else. */
export const admission =
  ({ tokens, parties }: { readonly tokens: Pick<AccessTokens, "read">; readonly parties: Parties }): Admit =>
  async ({ method, resource, authorization, at }) => {
    if (isOpenToAll(resource)) return { caller: noParty };
    const token = await readOr503(tokens, { authorization, at });
    if (token === undefined) return { refused: "issuer-unreachable" };
    if ("refused" in token) return { refused: "not-authenticated", headers: challenge(token.refused) };
    const access = accessOf(method, resource);
    // The address lacks the method. A caller with a valid token learns which methods it has.
    if (access === undefined) return { caller: noParty };
    const caller = callerOf(access, { ...token, parties });
    if (caller !== undefined) return { caller };
    const scope = access.scope === undefined ? "" : `, scope="${scopeInToken(access.scope)}"`;
    return {
      ...knownParty(token.granted, parties),
      refused: "not-allowed",
      headers: { "WWW-Authenticate": `Bearer error="insufficient_scope"${scope}` },
    };
  };

/** A code that the models do not have is a text of the issuer's, and no party of ours. */
const knownParty = (granted: readonly string[], parties: Parties): { readonly party?: string } => {
  const party = partyIn(granted);
  return party === undefined || kindsOf(party, parties).length === 0 ? {} : { party };
};

/** RFC 6750, 3.1: a call without a token gets no error code. */
const challenge = (refused: "no-token" | "not-valid") => ({
  "WWW-Authenticate": refused === "no-token" ? "Bearer" : 'Bearer error="invalid_token"',
});

async function readOr503(
  tokens: Pick<AccessTokens, "read">,
  { authorization, at }: Pick<Call, "authorization" | "at">,
) {
  try {
    return await tokens.read(authorization, at);
  } catch (error) {
    if (!(error instanceof IssuerUnreachable)) throw error;
    log.error("the issuer of tokens cannot be reached", error);
    return undefined;
  }
}
