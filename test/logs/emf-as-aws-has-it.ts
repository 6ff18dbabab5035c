import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { isMetrics, type LogLine, type Row, rowOf } from "./line.ts";

// AWS's own schema of the format: its source and licence stand in README.md. Its ids are fragments, which ajv's strict
// mode does not take.
const schema: object = JSON.parse(readFileSync(join(import.meta.dirname, "emf-schema.json"), "utf8"));
const ajv = new Ajv({ strict: false });
const fits = ajv.compile(schema);

/**
 * What the schema does not say and the specification does: a metric's value stands in the line's root, is a number or
 * at most a hundred of them, and a dimension's value is a text of at most 1,024 characters.
 *
 * > The root node MUST contain all Target members members defined by the references in the MetricDirective object.
 * > Amazon CloudWatch User Guide, Specification: Embedded metric format
 */
const most = { metrics: 100, values: 100, dimensionValue: 1024 };

/** A line that CloudWatch would take no metric from, or not all of them, and why. */
export function againstAws(logs: readonly LogLine[]): readonly string[] {
  return logs.flatMap(({ line }) => {
    const row = rowOf(line);
    if (row === undefined || !isMetrics(row)) return [];
    const faults = fits(row) ? faultsOf(row) : [ajv.errorsText(fits.errors)];
    return faults.map((fault) => `${fault}: ${line}`);
  });
}

/** The part of the format that is looked into, of a line that fits the schema. */
interface Emf {
  readonly CloudWatchMetrics: readonly {
    readonly Dimensions: readonly (readonly string[])[];
    readonly Metrics: readonly { readonly Name: string }[];
  }[];
}

function faultsOf(row: Row): readonly string[] {
  const { CloudWatchMetrics } = row["_aws"] as Emf;
  return CloudWatchMetrics.flatMap(({ Dimensions, Metrics }) => [
    ...(Metrics.length > most.metrics ? [`${Metrics.length} metrics`] : []),
    ...Metrics.flatMap(({ Name }) => (isValue(row[Name]) ? [] : [`${Name} has no value that counts`])),
    ...Dimensions.flat().flatMap((name) => (isDimension(row[name]) ? [] : [`${name} is no dimension`])),
  ]);
}

const isValue = (target: unknown): boolean => {
  const values: readonly unknown[] = Array.isArray(target) ? target : [target];
  return values.length > 0 && values.length <= most.values && values.every((value) => Number.isFinite(value));
};

const isDimension = (value: unknown): boolean =>
  typeof value === "string" && value.trim() !== "" && value.length <= most.dimensionValue;
