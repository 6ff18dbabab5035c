import type { Constraint } from "./known.ts";

interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** Figures with the range each may have, and what is known of several. */
export interface Problem {
  readonly bounds: ReadonlyMap<string, Bounds>;
  readonly constraints: readonly Constraint[];
}

/**
 * What is left to find out: published numbers are put in, and what only one hidden figure stands in narrows its range,
 * again and again until nothing moves.
 */
export function reduced({
  told,
  hidden,
  constraints,
}: {
  readonly told: ReadonlyMap<string, number>;
  readonly hidden: readonly string[];
  readonly constraints: readonly Constraint[];
}): Problem {
  const bounds = new Map<string, Bounds>(
    hidden.map((name) => [name, { low: 0, high: Number.POSITIVE_INFINITY }]),
  );
  for (const { terms } of constraints)
    for (const [name] of terms)
      if (!told.has(name) && !bounds.has(name)) bounds.set(name, { low: 0, high: Number.POSITIVE_INFINITY });
  const numberOf = (name: string): number | undefined => {
    const range = bounds.get(name);
    return told.get(name) ?? (range !== undefined && range.low === range.high ? range.low : undefined);
  };
  let left = constraints;
  for (let moved = true; moved; ) {
    moved = false;
    left = left
      .map((constraint) => withNumbers(constraint, numberOf))
      .filter(({ terms }) => terms.length > 0);
    for (const { terms, low, high } of left) {
      const [[name, times] = ["", 1]] = terms;
      if (terms.length > 1) continue;
      const before = bounds.get(name) ?? { low: 0, high: Number.POSITIVE_INFINITY };
      const [least = 0, most = 0] = [low / times, high / times].sort((a, b) => a - b);
      const after = {
        low: Math.max(before.low, Math.ceil(least)),
        high: Math.min(before.high, Math.floor(most)),
      };
      if (after.low > after.high)
        throw new Error(`Nothing fits ${name}: the files contradict what a reader knows`);
      moved ||= after.low !== before.low || after.high !== before.high;
      bounds.set(name, after);
    }
    left = left.filter(({ terms }) => terms.length > 1);
  }
  return { bounds, constraints: left };
}

function withNumbers(
  { terms, low, high }: Constraint,
  numberOf: (name: string) => number | undefined,
): Constraint {
  let sum = 0;
  const unknown = terms.filter(([name, times]) => {
    const value = numberOf(name);
    if (value === undefined) return true;
    sum += times * value;
    return false;
  });
  return { terms: unknown, low: low - sum, high: high - sum };
}

/** The parts of a problem that have no figure in common. */
export function componentsOf({ bounds, constraints }: Problem): readonly Problem[] {
  const leaderOf = new Map<string, string>();
  const leader = (name: string): string => {
    let at = name;
    for (let next = leaderOf.get(at); next !== undefined; next = leaderOf.get(at)) at = next;
    if (at !== name) leaderOf.set(name, at);
    return at;
  };
  for (const { terms } of constraints) {
    const [[first] = [""]] = terms;
    for (const [name] of terms) if (leader(name) !== leader(first)) leaderOf.set(leader(name), leader(first));
  }
  const constraintsOf = Map.groupBy(constraints, ({ terms: [[name] = [""]] }) => leader(name));
  const namesOf = Map.groupBy(
    constraints.flatMap(({ terms }) => terms.map(([name]) => name)),
    leader,
  );
  return [...namesOf].map(([at, names]) => ({
    bounds: new Map([...new Set(names)].map((name) => [name, bounds.get(name) ?? { low: 0, high: 0 }])),
    constraints: constraintsOf.get(at) ?? [],
  }));
}
