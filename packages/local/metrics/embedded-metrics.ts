import { isJson, type Json, jsonOf, listOf, numberOf, parsedJson, textOf } from "../templates/json.ts";
import type { Instant } from "../time/virtual-clock.ts";
import type { Metric } from "./metric.ts";

export interface EmbeddedMetric {
  readonly metric: Metric;
  readonly at: Instant;
  readonly values: readonly number[];
}

/**
 * The metrics that CloudWatch takes out of a line that a function wrote: its embedded metric format. A dimension set, a
 * metric or a directive that is against the specification gives nothing, as there; the rest of the line counts.
 *
 * > Every DimensionSet used creates a new metric in CloudWatch.
 * > Amazon CloudWatch User Guide, Specification: Embedded metric format
 */
export const embeddedMetrics = (line: string): readonly EmbeddedMetric[] => {
  // Nearly all lines are none, and need not be parsed.
  if (!line.includes('"CloudWatchMetrics"')) return [];
  const root = parsedJson(line);
  const { Timestamp, CloudWatchMetrics } = jsonOf(root["_aws"]);
  if (typeof Timestamp !== "number") return [];
  return listOf(CloudWatchMetrics)
    .filter(isJson)
    .flatMap((directive) => ofDirective(directive, root, Timestamp));
};

const ofDirective = (directive: Json, root: Json, at: Instant): readonly EmbeddedMetric[] => {
  const namespace = textOf(directive["Namespace"]);
  const definitions = listOf(directive["Metrics"]).map(jsonOf);
  if (namespace === undefined || definitions.length > MOST_METRICS) return [];
  const sets = listOf(directive["Dimensions"])
    .map((set) => dimensionsIn(listOf(set), root))
    .filter((set) => set !== undefined);
  return definitions.flatMap(({ Name: name }) => {
    const values = typeof name === "string" ? valuesIn(root[name]) : [];
    if (typeof name !== "string" || values.length === 0) return [];
    return sets.map((dimensions) => ({ metric: { namespace, name, dimensions }, at, values }));
  });
};

const MOST_METRICS = 100;
const MOST_VALUES = 100;
/** A metric has at most thirty dimensions (Amazon CloudWatch API Reference, Dimension). */
const MOST_DIMENSIONS = 30;

/** Undefined where one of them is no text of the line's root. */
const dimensionsIn = (
  names: readonly unknown[],
  root: Json,
): Readonly<Record<string, string>> | undefined => {
  if (names.length > MOST_DIMENSIONS) return undefined;
  const found = names.map((name) => [String(name), textOf(root[String(name)])] as const);
  const known = found.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  return known.length === found.length ? Object.fromEntries(known) : undefined;
};

const valuesIn = (target: unknown): readonly number[] => {
  const values = (Array.isArray(target) ? target : [target]).map((value) =>
    typeof value === "number" ? numberOf(value) : undefined,
  );
  const numbers = values.flatMap((value) => value ?? []);
  return numbers.length === values.length && numbers.length <= MOST_VALUES ? numbers : [];
};
