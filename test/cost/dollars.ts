import { type Priced, prices } from "./prices.ts";

/** How much of what, of one thing that is done or of one month. */
export type Usage = Readonly<Partial<Record<Priced, number>>>;

export const dollarsOf = (usage: Usage): number =>
  entriesOf(usage).reduce((sum, [what, many]) => sum + dollarsFor(what, many), 0);

export const dollarsFor = (what: Priced, many: number): number =>
  (many * prices[what].dollars) / prices[what].per;

export const times = (usage: Usage, by: number): Usage =>
  Object.fromEntries(entriesOf(usage).map(([what, many]) => [what, many * by]));

export const sumOf = (...usages: readonly Usage[]): Usage =>
  usages.flatMap(entriesOf).reduce<Record<string, number>>((sum, [what, many]) => {
    sum[what] = (sum[what] ?? 0) + many;
    return sum;
  }, {});

/** What stands in a usage, in the price table's order. */
export const entriesOf = (usage: Usage): readonly (readonly [Priced, number])[] =>
  (Object.keys(prices) as Priced[]).flatMap((what) => {
    const many = usage[what];
    return many === undefined ? [] : [[what, many] as const];
  });
