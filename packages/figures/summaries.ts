/** A share with Wilson's interval, 95 per cent: what the true share could well be. */
export interface Share {
  readonly part: number;
  readonly n: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

const z = 1.959963984540054;

export function shareOf(part: number, n: number): Share {
  const share = part / n;
  const centre = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return { part, n, share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/**
 * Days: the median and the quartiles. The number of persons is not shown, because it would follow from other published
 * counts, such as the accepted among the answered.
 */
export interface Quartiles {
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}

export function quartilesOf(values: readonly number[]): Quartiles {
  const sorted = values.toSorted((a, b) => a - b);
  return {
    lower: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    upper: quantile(sorted, 0.75),
  };
}

/** Linear between neighbours (type 7 of Hyndman and Fan). */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}
