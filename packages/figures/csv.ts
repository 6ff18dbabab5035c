import type { Equality } from "./equality.ts";
import type { DelayedDecision } from "./not-carried-out.ts";
import type { PublishedTable } from "./published.ts";
import { city } from "./table.ts";

/** The text in a suppressed cell. */
const suppressed = "..";

type Value = string | number | undefined;

/** RFC 4180, in UTF-8: a header, then a line each, ended by CR LF. */
export function csv(header: readonly string[], lines: readonly (readonly Value[])[]): string {
  return [header, ...lines].map((line) => `${line.map(written).join(",")}\r\n`).join("");
}

/** A program for spreadsheets takes a text that begins so for a formula. */
const looksLikeFormula = /^[=+\-@\t\r]/;

const written = (value: Value): string => {
  const plain = value === undefined ? "" : String(value);
  const text = typeof value === "string" && looksLikeFormula.test(value) ? `'${value}` : plain;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

export const tablesCsv = (tables: readonly PublishedTable[]): string =>
  csv(
    ["table", "administration", "column", "count", "people"],
    tables.flatMap(({ name, cells }) =>
      cells.map(({ row, column, count, people }) => [
        name,
        row,
        column,
        count ?? suppressed,
        people ?? suppressed,
      ]),
    ),
  );

export const decisionsCsv = (decisions: readonly DelayedDecision[]): string =>
  csv(
    [
      "administration",
      "decisionId",
      "paragraph",
      "decidedOn",
      "legalBasis",
      "citation",
      "intervention",
      "interruptedOn",
      "reasonForDelay",
      "carriedOutOn",
      "endedOn",
      "reasonForEnd",
      "daysSinceDecision",
    ],
    decisions.map((line) => [
      line.administration,
      line.decisionId,
      line.paragraph,
      line.decidedOn,
      line.legalBasis,
      line.citation,
      line.intervention,
      line.interruptedOn,
      line.reasonForDelay,
      line.carriedOutOn,
      line.endedOn,
      line.reasonForEnd,
      line.daysSinceDecision,
    ]),
  );

export const equalityCsv = ({ shares, times }: Equality): string =>
  csv(
    ["measure", "administration", "n", "value", "low", "high", "spread", "verdict", "statistic", "p"],
    [
      ...shares.flatMap(({ measure, administrations, city: whole, ...compared }) =>
        [...administrations, { administration: city, share: whole }].map(({ administration, share }) => [
          measure,
          administration,
          ...(share
            ? [share.n, rounded(share.share), rounded(share.low), rounded(share.high)]
            : [suppressed, suppressed, suppressed, suppressed]),
          ...comparison(compared),
        ]),
      ),
      ...times.flatMap(({ measure, administrations, ...compared }) =>
        administrations.map(({ administration, days }) => [
          measure,
          administration,
          ...(days
            ? [undefined, rounded(days.median), rounded(days.lower), rounded(days.upper)]
            : [suppressed, suppressed, suppressed, suppressed]),
          ...comparison(compared),
        ]),
      ),
    ],
  );

const comparison = ({
  spread,
  verdict,
  statistic,
  p,
}: {
  readonly spread?: number;
  readonly verdict: string;
  readonly statistic?: number;
  readonly p?: number;
}): readonly Value[] => [rounded(spread), verdict, rounded(statistic), rounded(p)];

const rounded = (value: number | undefined): Value => (value === undefined ? undefined : value.toFixed(4));
