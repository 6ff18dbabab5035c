import { type catalogue, type Dimension, described, type MetricName } from "@hemvist/runtime/metrics";
import type { Duration } from "aws-cdk-lib";
import { declared } from "../constructs/alarm-metrics.ts";
import type { Line, Shown } from "./dashboard.ts";
import { labelOf, nameOf } from "./swedish.ts";

/** The metrics that the catalogue declares under that dimension. */
export type MetricBy<D extends Dimension> = {
  [Name in MetricName]: D extends (typeof catalogue)[Name]["by"][number] ? Name : never;
}[MetricName];

export interface How {
  readonly statistic: "Sum" | "Average" | "Maximum" | "SampleCount" | "p50" | "p90" | "p99";
  readonly period: Duration;
}

export const byAdministration = (
  { parties, municipality }: Shown,
  name: MetricBy<"administration">,
  how: How,
): readonly Line[] =>
  parties.administrations.map((administration) => ({
    label: nameOf(municipality, administration),
    metric: declared(name, { administration }, how),
  }));

export const byProvider = (
  providers: readonly string[],
  { municipality }: Shown,
  name: MetricBy<"provider">,
  how: How,
): readonly Line[] =>
  providers.map((provider) => ({
    label: nameOf(municipality, provider),
    metric: declared(name, { provider }, how),
  }));

/** A line for each of some values of a dimension. */
export const byValue = (
  values: readonly string[],
  metricOf: (value: string) => Line["metric"],
): readonly Line[] => values.map((value) => ({ label: labelOf(value), metric: metricOf(value) }));

/** A line for each function that writes the metric. */
export const byFunction = (name: MetricBy<"service">, how: How): readonly Line[] =>
  described[name].from.map((service) => ({
    label: labelOf(service),
    metric: declared(name, { service }, how),
  }));

// As in the reports that are issued (packages/figures/README.md).
export const fewestInShare = 5;
const fewestInMedian = 10;

/** The median of a time, in days, where it comes from enough assignments. */
export const medianDays = (
  label: string,
  metricOf: (statistic: "p50" | "SampleCount") => Line["metric"],
): Line => ({
  label,
  metric: metricOf("p50"),
  hidden: { of: metricOf("SampleCount"), atLeast: fewestInMedian, shown: "days" },
});
