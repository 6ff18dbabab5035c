import { Metrics } from "@aws-lambda-powertools/metrics";
import { catalogue, type Label, type MetricName, namespace } from "./metrics/catalogue.ts";

/** What a metric is split by, if it is split by more than the function. */
type SplitBy<Name extends MetricName> = [Label<Name>] extends [never]
  ? []
  : [labels: Readonly<Record<Label<Name>, string>>];

/** What has the same dimensions and labels is written together. */
interface Written {
  readonly by: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly values: Map<MetricName, readonly number[]>;
}

const metrics = new Metrics({ namespace });
// Powertools adds the function to every metric. The catalogue says where it belongs.
metrics.clearDefaultDimensions();

let unwritten = new Map<string, Written>();

/**
 * Measures what the catalogue declares. It is written when the invocation ends, so that what belongs together costs one
 * line of the log. If Lambda ends a run for its time or memory, its figures are lost. Lambda's own metrics show such a
 * run.
 */
export function measure<Name extends MetricName>(name: Name, value: number, ...split: SplitBy<Name>): void {
  const labels: Readonly<Record<string, string>> = split[0] ?? {};
  const { unit, by } = catalogue[name];
  const key = JSON.stringify([by, labels]);
  const { values } = unwritten.get(key) ?? begun(key, { by, labels, values: new Map() });
  const its = values.get(name) ?? [];
  // A count is one number. Of a time or a share CloudWatch needs each value.
  values.set(name, unit === "Count" ? [(its[0] ?? 0) + value] : [...its, value]);
}

/** Counts one more. */
export const count = <Name extends MetricName>(name: Name, ...labels: SplitBy<Name>): void =>
  measure(name, 1, ...labels);

function begun(key: string, written: Written): Written {
  unwritten.set(key, written);
  return written;
}

/** Powertools writes a line by itself, without its dimensions, when a metric has a hundred values. */
const mostValues = 99;

/** Writes what was measured since the last time, in CloudWatch's embedded metric format. */
export function writeMetrics(): void {
  const written = unwritten;
  unwritten = new Map();
  const service = process.env["POWERTOOLS_SERVICE_NAME"] ?? "";
  for (const { by, labels, values } of written.values()) {
    const most = Math.max(...[...values.values()].map(({ length }) => length));
    for (let from = 0; from < most; from += mostValues) {
      for (const dimension of by)
        metrics.addDimensions({ [dimension]: dimension === "service" ? service : (labels[dimension] ?? "") });
      for (const [name, its] of values)
        for (const value of its.slice(from, from + mostValues))
          metrics.addMetric(name, catalogue[name].unit, value);
      metrics.publishStoredMetrics();
    }
  }
}
