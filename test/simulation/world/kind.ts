import type { Rates } from "../faults/faults.ts";

/**
 * A weekend: what case systems send on a Friday and the night after it, at rest on Monday before the first reminder. Or weeks, with all that providers do and fail to do.
 */
export type Lasts = "weekend" | "weeks";

export interface WorldKind {
  readonly lasts: Lasts;
  /**
   * Whether its records come in every shape there is: frozen, with their names in another order, written by another
   * version of the code. Code that has met them all is slower for good.
   */
  readonly hasManyShapes: boolean;
  /** Whether some parties check signatures. To sign a message and to verify it takes as long as all else of a decision. */
  readonly hasSignatures: boolean;
}

/** One world in six lasts weeks; one in twenty has many shapes. Those of weeks have signatures, and one weekend in ten. */
export const kindOf = (seed: number): WorldKind => ({
  lasts: seed % 6 === 0 ? "weeks" : "weekend",
  hasManyShapes: seed % 20 === 10,
  hasSignatures: seed % 6 === 0 || seed % 12 === 1,
});

/** What parties and platform are like in it. */
interface Manners {
  /** How likely a decision is to be one of the basic kind, which is the shorter one. */
  readonly basics: number;
  /** How likely a provider is to answer before it is reminded. Over a weekend few do. */
  readonly answers: number;
  readonly faults: Rates;
}

export const mannersIn: Readonly<Record<Lasts, Manners>> = {
  weekend: { basics: 0.75, answers: 0.05, faults: [1, 3, 8] },
  weeks: { basics: 0.25, answers: 0.75, faults: [3, 10, 30] },
};

/** How large a world is beside others: a fifth where each decision takes three times as long. */
export function shareOf(seed: number): number {
  const { lasts, hasManyShapes } = kindOf(seed);
  return lasts === "weeks" || hasManyShapes ? 0.2 : 1;
}

/** Whatever makes those that come after it slower comes last. */
export const inOrder = (seeds: readonly number[]): readonly number[] =>
  seeds.toSorted((a, b) => costOf(kindOf(a)) - costOf(kindOf(b)));

const costOf = ({ lasts, hasManyShapes }: WorldKind): number =>
  (hasManyShapes ? 2 : 0) + (lasts === "weeks" ? 1 : 0);
