import type { CaseRecord } from "@hemvist/casework";
import type { Administration, Model } from "@hemvist/rules";
import { assignmentsAt, knownAt } from "./as-it-was.ts";
import { type Difference, shareDifference, valueDifference } from "./difference.ts";
import { type Outcome, outcomesOf, type Timed, timesOf } from "./equality-measures.ts";
import { isSuppressed, type PublishedTable, published } from "./published.ts";
import type { ReportPeriod } from "./report-period.ts";
import { type Quartiles, quartilesOf, type Share, shareOf } from "./summaries.ts";
import { tabulate } from "./table.ts";

/** Whether the four differ; the statistic is left out where it could tell a suppressed cell. */
interface Compared {
  readonly verdict: Difference["verdict"];
  readonly statistic?: number;
  readonly p?: number;
  /** The largest less the smallest of those published. */
  readonly spread?: number;
}

export interface ShareMeasure extends Compared {
  readonly measure: string;
  /** Without a share where a cell of it is suppressed. */
  readonly administrations: readonly { readonly administration: Administration; readonly share?: Share }[];
}

export interface TimeMeasure extends Compared {
  readonly measure: string;
  readonly administrations: readonly {
    readonly administration: Administration;
    readonly days?: Quartiles;
  }[];
}

/**
 * How alike the four administrations are, and whether they differ by more than chance.
 *
 * > Ökad likvärdighet över staden i tillgång till förvaltningarnas insatser
 * > Anvisning styrmodell, Överenskomna principer för arbetet
 */
export interface Equality {
  readonly shares: readonly ShareMeasure[];
  readonly times: readonly TimeMeasure[];
  readonly returnedByRule: PublishedTable;
}

interface Scope {
  readonly period: ReportPeriod;
  readonly model: Model;
}

export function equality(records: readonly CaseRecord[], { period, model }: Scope): Equality {
  const assignments = records.flatMap((record) => assignmentsAt(record, period.ends));
  const histories = records.map((record) => ({ record, known: knownAt(record, period.ends) }));
  const { returned, breaches, rejected, interrupted } = outcomesOf({ histories, assignments, period });
  const returnedTable = tableOf("returned", returned, model);
  return {
    shares: [
      shareMeasure("returned", returned, model),
      shareMeasure("rejected", rejected, model),
      shareMeasure("interrupted", interrupted, model),
    ],
    times: timesOf(assignments, period).map(({ measure, times }) => timeMeasure(measure, times, model)),
    returnedByRule: published(
      "returned-by-rule",
      tabulate(breaches, {
        rows: model.administrations,
        columns: model.rules.map(({ id }) => ({ code: id })),
      }),
      model.administrations.filter((row) => isSuppressed(returnedTable, row, "yes")),
    ),
  };
}

const tableOf = (measure: string, outcomes: readonly Outcome[], { administrations }: Model): PublishedTable =>
  published(
    measure,
    tabulate(
      outcomes.map(({ administration, person, isSo }) => ({
        row: administration,
        column: isSo ? "yes" : "no",
        person,
      })),
      { rows: administrations, columns: [{ code: "yes" }, { code: "no" }] },
    ),
  );

function shareMeasure(measure: string, outcomes: readonly Outcome[], model: Model): ShareMeasure {
  const table = tableOf(measure, outcomes, model);
  const groups = model.administrations.map((administration) => {
    const own = outcomes.filter((outcome) => outcome.administration === administration);
    return { administration, part: own.filter(({ isSo }) => isSo).length, n: own.length };
  });
  const administrations = groups.map(({ administration, part, n }) =>
    isSuppressed(table, administration, "yes")
      ? { administration }
      : { administration, share: shareOf(part, n) },
  );
  const values = administrations.flatMap((each) => ("share" in each ? [each.share.share] : []));
  return { measure, administrations, ...compared(shareDifference(groups), { values, of: groups.length }) };
}

/** Ours: the quartiles of fewer persons' days come near to being those persons' own. */
const fewestForQuartiles = 10;

function timeMeasure(measure: string, times: readonly Timed[], model: Model): TimeMeasure {
  const groups = model.administrations.map((administration) => ({
    administration,
    own: times.filter((timed) => timed.administration === administration),
  }));
  const administrations = groups.map(({ administration, own }) =>
    new Set(own.map(({ person }) => person)).size < fewestForQuartiles
      ? { administration }
      : { administration, days: quartilesOf(own.map(({ days }) => days)) },
  );
  const values = administrations.flatMap((each) => ("days" in each ? [each.days.median] : []));
  const difference = valueDifference(groups.map(({ own }) => own.map(({ days }) => days)));
  return { measure, administrations, ...compared(difference, { values, of: groups.length }) };
}

function compared(
  difference: Difference,
  { values, of }: { readonly values: readonly number[]; readonly of: number },
): Compared {
  const spread = values.length < 2 ? {} : { spread: Math.max(...values) - Math.min(...values) };
  if (difference.verdict === "too-few" || values.length < of)
    return { verdict: difference.verdict, ...spread };
  return { ...difference, ...spread };
}
