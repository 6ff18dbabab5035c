import type { Parties } from "../municipality.ts";
import { isTrial } from "../trial.ts";
import {
  type Access,
  accessMatrix,
  type PartyKind,
  type Reach,
  type Scope,
  scopes,
} from "./access-matrix.ts";

/** Who calls, and how far the operation reaches for that party. */
export interface Caller {
  readonly party: string;
  readonly reach: readonly Reach[];
}

/** What a party is. None for a code that is no party. */
export const kindsOf = (
  party: string,
  { administrations, executors, listeners }: Parties,
): readonly PartyKind[] => [
  ...(administrations.includes(party) ? (["administration"] as const) : []),
  ...(executors.includes(party) ? (["executor"] as const) : []),
  ...(listeners.includes(party) ? (["listener"] as const) : []),
  ...(isTrial(party) ? (["trial"] as const) : []),
];

const rows: readonly Access[] = accessMatrix;

/** The line of the matrix for a call. HEAD asks for what GET would answer. */
export const accessOf = (method: string, path: string): Access | undefined => {
  const asked = method === "HEAD" ? "GET" : method;
  return rows.find((access) => access.method === asked && access.path === path);
};

/** Whether every operation of a path may be used without a token. */
export const isOpenToAll = (path: string): boolean => {
  const operations = rows.filter((access) => access.path === path);
  return operations.length > 0 && operations.every(({ scope }) => scope === undefined);
};

/** How far an operation reaches for a party: not at all if the list is empty. */
export const reachOf = ({ by }: Access, kinds: readonly PartyKind[]): readonly Reach[] =>
  kinds.flatMap((kind) => by[kind] ?? []);

/** The scopes that a party may have: those of the operations that reach anything for it. */
export const scopesFor = (kinds: readonly PartyKind[]): readonly Scope[] =>
  scopes.filter((scope) =>
    rows.some((access) => access.scope === scope && reachOf(access, kinds).length > 0),
  );

/** What every scope of ours begins with: the name of the API at its issuer. */
export const scopePrefix = "hemvist/";

/** A scope as it stands in a token. */
export const scopeInToken = (scope: Scope): string => `${scopePrefix}${scope}`;

/** The name, at the issuer, of the scope that says which party a client is. */
export const partyScope = (party: string): string => `party.${party}`;

/** The party that a token's scopes name. Undefined if they name none, or several. */
export const partyIn = (granted: readonly string[]): string | undefined => {
  const prefix = `${scopePrefix}${partyScope("")}`;
  const [party, ...others] = granted.flatMap((scope) =>
    scope.startsWith(prefix) ? [scope.slice(prefix.length)] : [],
  );
  return others.length === 0 ? party : undefined;
};

/**
 * Who calls, by the scopes of a valid token. Undefined if the token names no party, if the party may not use the
 * operation, or if the token lacks the operation's scope.
 */
export function callerOf(
  access: Access,
  { granted, parties }: { readonly granted: readonly string[]; readonly parties: Parties },
): Caller | undefined {
  const party = partyIn(granted);
  if (party === undefined || access.scope === undefined) return undefined;
  if (!granted.includes(scopeInToken(access.scope))) return undefined;
  const reach = reachOf(access, kindsOf(party, parties));
  return reach.length === 0 ? undefined : { party, reach };
}
