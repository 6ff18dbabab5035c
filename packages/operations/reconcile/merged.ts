import type { IncomingDay, OutgoingDay, Reconciliation } from "./balance.ts";
import { mostDifferences } from "./reconcile.ts";

/** The reconciliation of two parts of the records together. Every number is a sum, so the parts' numbers add up. */
export function merged(one: Reconciliation, other: Reconciliation): Reconciliation {
  const incoming = summed<IncomingDay>([...one.incoming, ...other.incoming]);
  const outgoing = summed<OutgoingDay>([...one.outgoing, ...other.outgoing]);
  const differing = one.differing + other.differing;
  return {
    cameInBy: one.cameInBy,
    incoming,
    outgoing,
    differences: [...one.differences, ...other.differences].slice(0, mostDifferences),
    differing,
    balances: differing === 0 && [...incoming, ...outgoing].every(({ missing }) => missing === 0),
  };
}

function summed<Row extends IncomingDay | OutgoingDay>(rows: readonly Row[]): readonly Row[] {
  const days = Map.groupBy(rows, ({ party, day }) => `${day} ${party}`);
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, its]) => its.reduce(added));
}

function added<Row extends IncomingDay | OutgoingDay>(one: Row, other: Row): Row {
  const theirs = new Map<string, unknown>(Object.entries(other));
  const sums = Object.entries(one).flatMap(([name, count]) =>
    typeof count === "number" ? [[name, count + Number(theirs.get(name))] as const] : [],
  );
  return { ...one, ...Object.fromEntries(sums) };
}
