import type { CaseRecord } from "@hemvist/casework";

/** A few plain values: a row can hold no record, nor any part of one. */
export type Flat<Row> = { readonly [Key in keyof Row]: string | number | boolean | undefined };

/**
 * Figures as a fold over records. Each record gives a few rows, and is then released. The figures come from the rows
 * alone. So what a report holds in memory grows with what it counts, not with what the records hold.
 */
export interface Fold<Row extends Flat<Row>, Figures> {
  readonly rowsOf: (record: CaseRecord) => readonly Row[];
  /** @param rows in the order of their decisions, whatever the order in which the records came */
  readonly figuresOf: (rows: readonly Row[]) => Figures;
}

/** A fold under way. */
export interface Folding<Figures> {
  /** Takes what the figures need of a record. Each record is added once, in any order. */
  add(record: CaseRecord): void;
  figures(): Figures;
}

export function folding<Row extends Flat<Row>, Figures>({
  rowsOf,
  figuresOf,
}: Fold<Row, Figures>): Folding<Figures> {
  const kept: { readonly decision: string; readonly row: Row }[] = [];
  return {
    add(record) {
      const decision = `${record.administration} ${record.decisionId}`;
      kept.push(...rowsOf(record).map((row) => ({ decision, row })));
    },
    figures: () => figuresOf(inOrderOf(kept, ({ decision }) => decision).map(({ row }) => row)),
  };
}

/** The figures of records that are all at hand, or come one by one. */
export function folded<Row extends Flat<Row>, Figures>(
  fold: Fold<Row, Figures>,
  records: Iterable<CaseRecord>,
): Figures {
  const under = folding(fold);
  for (const record of records) under.add(record);
  return under.figures();
}

/** Sorted by a text, by its characters' codes: the same on every machine. Those with the same text stay as they came. */
export const inOrderOf = <One>(all: readonly One[], textOf: (one: One) => string): readonly One[] =>
  all
    .map((one) => ({ one, text: textOf(one) }))
    .sort((a, b) => (a.text < b.text ? -1 : Number(a.text > b.text)))
    .map(({ one }) => one);
