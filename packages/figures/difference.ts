import { chiSquareTail } from "./chi-square-tail.ts";

/** Whether groups differ by more than chance explains, or are too few to say. */
export type Difference =
  | { readonly verdict: "too-few" }
  | { readonly verdict: "within-chance" | "beyond-chance"; readonly statistic: number; readonly p: number };

/**
 * Ours: a difference is beyond chance if chance alone makes one as large less than once in a hundred. Each report tries
 * six measures.
 */
const level = 0.01;

/** Ours, and the usual rule for when the chi-square approximation holds. */
const leastExpected = 5;
const leastInGroup = 5;

/** Pearson's test that a share is the same in all groups, without correction for continuity. */
export function shareDifference(
  groups: readonly { readonly part: number; readonly n: number }[],
): Difference {
  const there = groups.filter(({ n }) => n > 0);
  const parts = sum(there.map(({ part }) => part));
  const all = sum(there.map(({ n }) => n));
  const cells = there.flatMap(({ part, n }) => [
    { observed: part, expected: (n * parts) / all },
    { observed: n - part, expected: (n * (all - parts)) / all },
  ]);
  if (there.length < 2 || cells.some(({ expected }) => expected < leastExpected))
    return { verdict: "too-few" };
  const statistic = sum(cells.map(({ observed, expected }) => (observed - expected) ** 2 / expected));
  return judged(statistic, there.length - 1);
}

/** Kruskal and Wallis's test that values come from one distribution, corrected for ties. */
export function valueDifference(groups: readonly (readonly number[])[]): Difference {
  const there = groups.filter((group) => group.length > 0);
  if (there.length < 2 || there.some((group) => group.length < leastInGroup)) return { verdict: "too-few" };
  const { rankOf, ties } = ranked(there.flat());
  const n = there.flat().length;
  if (ties === n ** 3 - n) return { verdict: "within-chance", statistic: 0, p: 1 };
  const squares = sum(
    there.map((group) => sum(group.map((value) => rankOf.get(value) ?? 0)) ** 2 / group.length),
  );
  const uncorrected = (12 / (n * (n + 1))) * squares - 3 * (n + 1);
  return judged(uncorrected / (1 - ties / (n ** 3 - n)), there.length - 1);
}

function judged(statistic: number, degrees: number): Difference {
  const p = chiSquareTail(statistic, degrees);
  return { verdict: p < level ? "beyond-chance" : "within-chance", statistic, p };
}

/** Equal values share the mean of the ranks they take up; `ties` is the sum of t³ − t over them. */
function ranked(values: readonly number[]): {
  readonly rankOf: ReadonlyMap<number, number>;
  readonly ties: number;
} {
  const sorted = values.toSorted((a, b) => a - b);
  const rankOf = new Map<number, number>();
  let ties = 0;
  for (let from = 0; from < sorted.length; ) {
    const value = sorted[from] ?? 0;
    const to = sorted.lastIndexOf(value) + 1;
    rankOf.set(value, (from + 1 + to) / 2);
    ties += (to - from) ** 3 - (to - from);
    from = to;
  }
  return { rankOf, ties };
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
