import type { Access } from "@hemvist/casework";

// The check that Act 2001:454, 10 §, asks for, again and again. It says what a person should look at, and nothing else.

/** An access, and where it stands in the log: `sf-centrum/3/2026-11-02/42`. */
export interface LoggedAccess extends Access {
  readonly entry: string;
}

/** A place in the log where something is wrong. */
export interface LogFault {
  readonly kind: string;
  readonly chain: string;
  readonly sequence: number;
  readonly upTo?: number;
}

export interface PartysAccesses {
  readonly party: string;
  readonly accesses: number;
  readonly searches: number;
  /** How many persons the answers showed. */
  readonly persons: number;
  /** How many accesses in each of the party's former weeks, newest first. */
  readonly formerWeeks: readonly number[];
  readonly isUnusual: boolean;
  /** Looks at what is not the party's own, or does not exist: the log does not say which of the two. */
  readonly showedNothing: readonly string[];
}

/** A person with protected identity whose data an answer showed. */
export interface ProtectedSeen {
  readonly entry: string;
  readonly party: string;
  readonly act: Access["act"];
  /** The pseudonym. */
  readonly person: string;
}

export interface AccessCheck {
  readonly faults: readonly LogFault[];
  readonly parties: readonly PartysAccesses[];
  readonly protectedSeen: readonly ProtectedSeen[];
  /** The entries of operators' views. */
  readonly byOperators: readonly string[];
}

export interface Checked {
  /** Those of the week, in any order. */
  readonly accesses: readonly LoggedAccess[];
  readonly faults: readonly LogFault[];
  /** For each party, how many accesses it had in each former week, newest first. */
  readonly former: ReadonlyMap<string, readonly number[]>;
}

/** Ours, all three: no text gives a number. */
export const usual = { weeks: 8, timesBusiest: 1.5, fewest: 20 };

export function accessCheck({ accesses, faults, former }: Checked): AccessCheck {
  const ordered = accesses.toSorted((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at)));
  const parties = [...new Set([...former.keys(), ...ordered.map(({ party }) => party)])].sort();
  return {
    faults,
    parties: parties.map((party) => ofParty(party, ordered, former.get(party) ?? [])),
    protectedSeen: ordered.flatMap(({ entry, party, act, protectedPersons }) =>
      protectedPersons.map((person) => ({ entry, party, act, person })),
    ),
    byOperators: ordered.filter(({ operator }) => operator !== undefined).map(({ entry }) => entry),
  };
}

function ofParty(
  party: string,
  all: readonly LoggedAccess[],
  formerWeeks: readonly number[],
): PartysAccesses {
  const own = all.filter((access) => access.party === party);
  return {
    party,
    accesses: own.length,
    searches: own.filter(({ act }) => act === "search-person").length,
    persons: new Set(own.flatMap(({ persons }) => persons)).size,
    formerWeeks,
    isUnusual: isUnusual(own.length, formerWeeks),
    showedNothing: own.filter(({ shown }) => shown === 0).map(({ entry }) => entry),
  };
}

/** Against the party's own former weeks alone. A party without any is not judged. */
const isUnusual = (many: number, formerWeeks: readonly number[]): boolean => {
  const busiest = Math.max(0, ...formerWeeks);
  return busiest > 0 && many >= usual.fewest && many > busiest * usual.timesBusiest;
};
