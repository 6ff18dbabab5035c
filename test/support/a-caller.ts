import { type Caller, kindsOf, partiesOf, reaches, scopeInToken, scopesFor } from "@hemvist/rules";
import type { AccessTokens } from "@hemvist/runtime";
import { goteborg } from "./goteborg.ts";

const parties = partiesOf(goteborg);

/** A party that calls. Its operation reaches everything that any operation does, for that party. */
export const callerAs = (party: string): Caller => ({ party, reach: reaches });

/** Every scope that a party has. */
export const scopesOf = (party: string): readonly string[] => [
  `hemvist/party.${party}`,
  ...scopesFor(kindsOf(party, parties)).map(scopeInToken),
];

/** Takes a party's code for its token: `Bearer sf-centrum`. */
export const trustedTokens: Pick<AccessTokens, "read"> = {
  read: (authorization) => {
    const [, party] = /^Bearer ([a-z-]+)$/.exec(authorization ?? "") ?? [];
    return Promise.resolve(party === undefined ? { refused: "no-token" } : { granted: scopesOf(party) });
  },
};
