import type { Administration, Model } from "@hemvist/rules";
import { type Difference, shareDifference, valueDifference } from "./difference.ts";
import { type Breach, measuredIn, milestones, type Outcome, type Timed } from "./equality-measures.ts";
import type { Fold } from "./fold.ts";
import { type PublishedTable, published } from "./published.ts";
import type { ReportPeriod } from "./report-period.ts";
import { type Quartiles, quartilesOf, type Share, shareOf } from "./summaries.ts";
import { type Hides, hiddenIn } from "./suppression.ts";
import { addressOf, city, type Entry, tabulate, total } from "./table.ts";

/** Whether the four differ. If one of them is hidden, the verdict is "too few", and there is nothing else. */
interface Compared {
  readonly verdict: Difference["verdict"];
  readonly statistic?: number;
  readonly p?: number;
  /** The largest less the smallest. */
  readonly spread?: number;
}

export interface ShareMeasure extends Compared {
  readonly measure: string;
  /** A share for each of them, or for none. If one has too few, the others' shares would help to reveal it. */
  readonly administrations: readonly { readonly administration: Administration; readonly share?: Share }[];
  /** The whole city's, which a report may show when it hides the administrations'. */
  readonly city?: Share;
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
  readonly hides?: Hides;
}

export const equality = ({ period, model, hides = hiddenIn }: Scope): Fold<Measured, Equality> => ({
  rowsOf: (record) => measuredIn(record, period),
  figuresOf: (measured) => {
    const { administrations, rules } = model;
    const outcomes = measured.filter((one) => "isSo" in one);
    const times = measured.filter((one) => "days" in one);
    const breaches = measured.filter((one) => "rule" in one).map(entryOf);
    const columns = rules.map(({ id }) => ({ code: id }));
    return {
      shares: shareNames.map((measure) => {
        const own = outcomes.filter((one) => one.measure === measure);
        return shareMeasure(measure, own, { administrations, hides });
      }),
      times: milestones.map(({ measure }) => {
        const own = times.filter((one) => one.measure === measure);
        return timeMeasure(measure, own, administrations);
      }),
      returnedByRule: published(
        "returned-by-rule",
        tabulate(breaches, { rows: administrations, columns }),
        hides,
      ),
    };
  },
});

type Measured = Outcome | Timed | Breach;

const shareNames = ["returned", "rejected", "interrupted"] as const;

const entryOf = ({ administration, rule, person, decision }: Breach): Entry => ({
  row: administration,
  column: rule,
  person,
  thing: decision,
});

function shareMeasure(
  measure: string,
  outcomes: readonly Outcome[],
  {
    administrations: rows,
    hides,
  }: { readonly administrations: readonly Administration[]; readonly hides: Hides },
): ShareMeasure {
  const entries = outcomes.map(({ administration, person, isSo }) => ({
    row: administration,
    column: isSo ? "yes" : "no",
    person,
  }));
  const table = tabulate(entries, { rows, columns: [{ code: "yes" }, { code: "no" }] });
  const hidden = hides(table);
  const counted = (row: string) => ({
    part: table.at(row, "yes").count,
    n: table.at(row, total).count,
    isTold: ["yes", "no"].every((column) => !hidden.has(addressOf(row, column))),
  });
  const groups = rows.map((administration) => ({ administration, ...counted(administration) }));
  const administrations = groups.map(({ administration, part, n, isTold }) =>
    isTold ? { administration, share: shareOf(part, n) } : { administration },
  );
  const whole = counted(city);
  const values = administrations.flatMap((each) => ("share" in each ? [each.share.share] : []));
  return {
    measure,
    administrations,
    ...(whole.isTold ? { city: shareOf(whole.part, whole.n) } : {}),
    ...compared(shareDifference(groups), { values, of: groups.length }),
  };
}

/** Ours: the quartiles of fewer persons' days come near to being those persons' own. */
const fewestForQuartiles = 10;

function timeMeasure(measure: string, times: readonly Timed[], rows: readonly Administration[]): TimeMeasure {
  const groups = rows.map((administration) => ({
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

/** The hidden administration's values went into all of these. */
function compared(
  difference: Difference,
  { values, of }: { readonly values: readonly number[]; readonly of: number },
): Compared {
  if (values.length < of) return { verdict: "too-few" };
  return { ...difference, spread: Math.max(...values) - Math.min(...values) };
}
