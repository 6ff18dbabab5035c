/** Many figures of the same thing in short: the middle one, and the span in which half of them lie. */
export interface Spread {
  readonly median: number;
  readonly from: number;
  readonly to: number;
}

/** @throws Error where there are no figures: nothing was measured */
export function spreadOf(figures: readonly number[]): Spread {
  const sorted = figures.toSorted((a, b) => a - b);
  return { median: quantile(sorted, 0.5), from: quantile(sorted, 0.25), to: quantile(sorted, 0.75) };
}

/** Of sorted figures, between the two nearest. */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (below === undefined || above === undefined) throw new Error("no figures, so nothing was measured");
  return below + (above - below) * (place - Math.floor(place));
}

/**
 * One contender beside another, round by round. What slows the machine down slows both figures of a round, so it
 * cancels out in their ratio.
 */
export function ratiosOf(figures: readonly number[], beside: readonly number[]): readonly number[] {
  if (figures.length !== beside.length) throw new Error(`${figures.length} rounds beside ${beside.length}`);
  return figures.map((figure, round) => figure / (beside[round] ?? Number.NaN));
}

/** The order of one round: each contender is first in its turn, so none always runs after the same other. */
export function inTurn<Contender>(contenders: readonly Contender[], round: number): readonly Contender[] {
  const first = contenders.length === 0 ? 0 : round % contenders.length;
  return [...contenders.slice(first), ...contenders.slice(0, first)];
}
