import type { Municipality } from "@hemvist/rules";
import { catalogue, described, type MetricName, namespace, valuesOf } from "@hemvist/runtime/metrics";
import * as z from "zod";
import { isMetrics, type LogLine, type Row, rowOf } from "./line.ts";

const emf = z.object({
  CloudWatchMetrics: z.array(
    z.object({
      Namespace: z.string(),
      Dimensions: z.array(z.array(z.string())),
      Metrics: z.array(z.object({ Name: z.string(), Unit: z.string() })),
    }),
  ),
});

/** A metric that a line of the log brings to CloudWatch: once for each of its sets of dimensions. */
interface Written {
  readonly namespace: string;
  readonly name: string;
  readonly unit: string;
  readonly sets: readonly (readonly string[])[];
  /** Where the values of the dimensions stand. */
  readonly row: Row;
}

const writtenIn = ({ line }: LogLine): readonly Written[] => {
  const row = rowOf(line);
  if (row === undefined || !isMetrics(row)) return [];
  return emf.parse(row["_aws"]).CloudWatchMetrics.flatMap(({ Namespace, Dimensions, Metrics }) =>
    Metrics.map(({ Name: name, Unit: unit }) => ({
      namespace: Namespace,
      name,
      unit,
      sets: Dimensions,
      row,
    })),
  );
};

const isDeclared = (name: string): name is MetricName => Object.hasOwn(catalogue, name);

/** The names of the metrics that a run has written. */
export const metricsIn = (logs: readonly LogLine[]): ReadonlySet<string> =>
  new Set(logs.flatMap(writtenIn).map(({ name }) => name));

/** What a run has written to CloudWatch that the catalogue does not declare so: name, unit, dimension or its value. */
export function undeclaredIn(logs: readonly LogLine[], municipality: Municipality): readonly string[] {
  const faults = logs.flatMap((log) => writtenIn(log).flatMap((written) => faultsIn(written, municipality)));
  return [...new Set(faults)];
}

function faultsIn(
  { name, unit, sets, row, ...written }: Written,
  municipality: Municipality,
): readonly string[] {
  if (written.namespace !== namespace) return [`${name} is in the namespace ${written.namespace}`];
  if (!isDeclared(name)) return [`${name} is not in the catalogue`];
  if (unit !== catalogue[name].unit) return [`${name} is written in ${unit}`];
  const { by } = catalogue[name];
  if (JSON.stringify(sets) !== JSON.stringify(by.map((dimension) => [dimension])))
    return [`${name} is written by ${JSON.stringify(sets)}`];
  return by.flatMap((dimension) => {
    const values: readonly string[] =
      dimension === "service" ? described[name].from : valuesOf(dimension, municipality);
    const value = String(row[dimension]);
    return values.includes(value) ? [] : [`${name} has no ${dimension} ${value}`];
  });
}
