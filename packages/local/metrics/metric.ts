/** What a metric is known by: every other namespace, name or set of dimensions is another metric. */
export interface Metric {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

/** The same text for the same metric, in whichever order its dimensions were written. */
export const metricKey = ({ namespace, name, dimensions }: Metric): string =>
  JSON.stringify([
    namespace,
    name,
    Object.entries(dimensions).toSorted(([one], [other]) => (one < other ? -1 : 1)),
  ]);
