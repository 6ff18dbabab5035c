import type { Instant } from "./assignment.ts";
import type { CaseNow } from "./case-now.ts";

// Lag (2001:454) 10 §: each access to a person's data is documented, so that it can be checked.

/** What was looked at. */
export const accessActs = [
  "read-decision",
  "read-assignment",
  "search-person",
  "view",
  "places",
  "audit-person",
] as const;
export type AccessAct = (typeof accessActs)[number];

/** One look at what concerns persons, or a search for one. It holds pseudonyms, and no number and no name. */
export interface Access {
  readonly at: Instant;
  /** The party that asked. `operations` for an operator. */
  readonly party: string;
  /** An operator, by the id that AWS gives the person. */
  readonly operator?: string;
  readonly act: AccessAct;
  /** What was asked for: the id of a decision or an assignment, a party, or the pseudonym that a search was by. */
  readonly asked: string;
  /** The purpose of a search, or the reason of an operator. */
  readonly purpose?: string;
  /** The pseudonym of each person that the answer shows. Empty where the answer shows none. */
  readonly persons: readonly string[];
  /** Those of them whose identity is protected. */
  readonly protectedPersons: readonly string[];
  /** How many decisions and assignments the answer shows. */
  readonly shown: number;
}

/** The party of an access by an operator. No party of a model has this code. */
export const operations = "operations";

/** Where an access stands in the log. */
export interface Logged {
  readonly chain: string;
  readonly sequence: number;
  readonly hash: string;
}

/** The log of accesses. What is written there stands. */
export interface AccessLog {
  /** @throws AccessNotLogged. Then the caller gets no answer */
  readonly write: (access: Access) => Promise<Logged>;
}

/** The access could not be logged. */
export class AccessNotLogged extends Error {
  override readonly name = "AccessNotLogged";
}

/** Whom an answer shows that is made of these records. */
export function personsIn(records: readonly CaseNow[]): Pick<Access, "persons" | "protectedPersons"> {
  const keys = (some: readonly CaseNow[]) => [...new Set(some.map(({ personKey }) => personKey))].sort();
  return { persons: keys(records), protectedPersons: keys(records.filter(isProtected)) };
}

const isProtected = ({ standing, returned }: CaseNow): boolean =>
  [standing, returned].some((revision) => revision?.decision.person.protectedIdentity === true);
