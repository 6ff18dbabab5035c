import { type Spread, spreadOf } from "./statistics.ts";

type Bound = { readonly atMost: number } | { readonly atLeast: number };

/** What was measured: one figure that a count gives, or the spread of many rounds. Else why it was not. */
type Measured = { readonly figure: number; readonly spread?: Spread } | { readonly notMeasured: string };

/** A target, and what was measured for it: a line of the table. */
export type Row = {
  readonly what: string;
  /** What stands behind the figure: `µs`, `×`, `KB`, `units`, `calls`. */
  readonly unit: string;
  readonly bound: Bound;
  /** Says what the figure is made of. */
  readonly note?: string;
  /** Why the target is not met, where it is not. */
  readonly whyNot?: string;
} & Measured;

type Verdict = "met" | "not met" | "not measured";

/** The figure of rounds is their median. */
export const ofRounds = (
  figures: readonly number[],
): { readonly figure: number; readonly spread: Spread } => {
  const spread = spreadOf(figures);
  return { figure: spread.median, spread };
};

export function verdictOf(row: Row): Verdict {
  if ("notMeasured" in row) return "not measured";
  const isMet = "atMost" in row.bound ? row.figure <= row.bound.atMost : row.figure >= row.bound.atLeast;
  return isMet ? "met" : "not met";
}

/** Three digits that count, and no more: the next run has others after them. */
export function shown(figure: number): string {
  const digits = figure === 0 ? 0 : Math.floor(Math.log10(Math.abs(figure)));
  return figure.toFixed(Number.isInteger(figure) ? 0 : Math.min(3, Math.max(0, 2 - digits)));
}

const withUnit = (text: string, unit: string): string => (unit === "×" ? `${text} ×` : `${text} ${unit}`);

export const targetText = ({ bound, unit }: Row): string =>
  "atMost" in bound
    ? `≤ ${withUnit(shown(bound.atMost), unit)}`
    : `≥ ${withUnit(shown(bound.atLeast), unit)}`;

export const figureText = (row: Row): string =>
  "notMeasured" in row ? "–" : withUnit(shown(row.figure), row.unit);

export const spreadText = (row: Row): string =>
  "notMeasured" in row || row.spread === undefined
    ? ""
    : `${shown(row.spread.from)} to ${shown(row.spread.to)}`;

/** A line for the terminal: figure, target, met or not. */
export function lineOf(row: Row): string {
  const why = "notMeasured" in row ? ` (${row.notMeasured})` : "";
  return `${row.what}: ${figureText(row)}, target ${targetText(row)}, ${verdictOf(row)}${why}`;
}
