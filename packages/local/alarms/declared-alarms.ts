import type { Metric } from "../metrics/metric.ts";
import { readStatistic, type Statistic } from "../metrics/samples.ts";
import type { Assembly, Resource } from "../templates/assembly.ts";
import { isJson, type Json, listOf, numberOf, textOf } from "../templates/json.ts";
import { everyResource } from "../templates/known-resources.ts";
import type { Resolver } from "../templates/resolver.ts";
import { type AlarmRule, alarmNamed, readAlarmRule } from "./alarm-rule.ts";
import type { MissingData } from "./alarm-state.ts";

interface Declared {
  readonly name: string;
  readonly description: string;
  readonly tags: Readonly<Record<string, string>>;
  /** What it does when it enters a state: ARNs. */
  readonly actions: {
    readonly ALARM: readonly string[];
    readonly OK: readonly string[];
    readonly INSUFFICIENT_DATA: readonly string[];
  };
}

export interface MetricAlarm extends Declared {
  readonly kind: "metric";
  readonly metric: Metric;
  readonly statistic: Statistic;
  /** In seconds. */
  readonly period: number;
  readonly evaluationPeriods: number;
  readonly datapointsToAlarm: number;
  readonly threshold: number;
  readonly comparison: Comparison;
  readonly missingData: MissingData;
}

export interface CompositeAlarm extends Declared {
  readonly kind: "composite";
  readonly rule: AlarmRule;
  readonly suppressor?: {
    readonly alarm: string;
    /** In seconds. */
    readonly waitPeriod: number;
    /** In seconds. */
    readonly extensionPeriod: number;
  };
}

export type DeclaredAlarm = MetricAlarm | CompositeAlarm;

export type Comparison =
  | "GreaterThanThreshold"
  | "GreaterThanOrEqualToThreshold"
  | "LessThanThreshold"
  | "LessThanOrEqualToThreshold";

/** The template's alarms, with their metrics' names as they are once everything exists. */
export const declaredAlarms = (assembly: Assembly, resolver: Resolver): readonly DeclaredAlarm[] =>
  everyResource(assembly).flatMap((resource): readonly DeclaredAlarm[] => {
    switch (resource.type) {
      case "AWS::CloudWatch::Alarm":
        return [metricAlarm(resource, resolver)];
      case "AWS::CloudWatch::CompositeAlarm":
        return [compositeAlarm(resource, resolver)];
      default:
        return [];
    }
  });

const declared = (resource: Resource, properties: Json, resolver: Resolver): Declared => {
  const isEnabled = properties["ActionsEnabled"] !== false;
  const actions = (property: string) => (isEnabled ? listOf(properties[property]).map(String) : []);
  return {
    name: resolver.names.nameOf(resource),
    description: textOf(properties["AlarmDescription"]) ?? "",
    tags: tagsIn(properties),
    actions: {
      ALARM: actions("AlarmActions"),
      OK: actions("OKActions"),
      INSUFFICIENT_DATA: actions("InsufficientDataActions"),
    },
  };
};

const tagsIn = (properties: Json): Readonly<Record<string, string>> =>
  Object.fromEntries(
    listOf(properties["Tags"])
      .filter(isJson)
      .map(({ Key, Value }) => [String(Key), String(Value)]),
  );

const metricAlarm = (resource: Resource, resolver: Resolver): MetricAlarm => {
  const properties = resolver.propertiesOf(resource);
  const number = (property: string): number => {
    const value = numberOf(properties[property]);
    if (value === undefined) throw new Error(`${resource.logicalId} in ${resource.stack} has no ${property}`);
    return value;
  };
  const evaluationPeriods = number("EvaluationPeriods");
  const namespace = textOf(properties["Namespace"]) ?? "";
  return {
    kind: "metric",
    ...declared(resource, properties, resolver),
    metric: { namespace, name: textOf(properties["MetricName"]) ?? "", dimensions: dimensionsIn(properties) },
    statistic: readStatistic(
      textOf(properties["Statistic"]) ?? textOf(properties["ExtendedStatistic"]) ?? "",
    ),
    period: number("Period"),
    evaluationPeriods,
    datapointsToAlarm: numberOf(properties["DatapointsToAlarm"]) ?? evaluationPeriods,
    threshold: number("Threshold"),
    comparison: readComparison(textOf(properties["ComparisonOperator"]) ?? ""),
    missingData: missingDataIn(namespace, properties),
  };
};

const dimensionsIn = (properties: Json): Readonly<Record<string, string>> =>
  Object.fromEntries(
    listOf(properties["Dimensions"])
      .filter(isJson)
      .map(({ Name, Value }) => [String(Name), String(Value)]),
  );

const readComparison = (text: string): Comparison => {
  switch (text) {
    case "GreaterThanThreshold":
    case "GreaterThanOrEqualToThreshold":
    case "LessThanThreshold":
    case "LessThanOrEqualToThreshold":
      return text;
    default:
      throw new Error(`alarms compare by ${text}: teach it to @hemvist/local/alarms/declared-alarms.ts`);
  }
};

/**
 * > Alarms that evaluate metrics in the AWS/DynamoDB namespace always ignore missing data even if you choose a different
 * > option for TreatMissingData.
 * > Amazon CloudWatch API Reference, PutMetricAlarm
 */
const missingDataIn = (namespace: string, properties: Json): MissingData => {
  const text = textOf(properties["TreatMissingData"]) ?? "missing";
  if (namespace === "AWS/DynamoDB") return "ignore";
  switch (text) {
    case "missing":
    case "ignore":
    case "breaching":
    case "notBreaching":
      return text;
    default:
      throw new Error(`an alarm treats missing data as ${text}, which CloudWatch does not know`);
  }
};

const compositeAlarm = (resource: Resource, resolver: Resolver): CompositeAlarm => {
  const properties = resolver.propertiesOf(resource);
  const suppressor = textOf(properties["ActionsSuppressor"]);
  return {
    kind: "composite",
    ...declared(resource, properties, resolver),
    rule: readAlarmRule(textOf(properties["AlarmRule"]) ?? ""),
    ...(suppressor === undefined
      ? {}
      : {
          suppressor: {
            alarm: alarmNamed(suppressor),
            waitPeriod: numberOf(properties["ActionsSuppressorWaitPeriod"]) ?? 0,
            extensionPeriod: numberOf(properties["ActionsSuppressorExtensionPeriod"]) ?? 0,
          },
        }),
  };
};

export const isBreaching = (comparison: Comparison, value: number, threshold: number): boolean => {
  switch (comparison) {
    case "GreaterThanThreshold":
      return value > threshold;
    case "GreaterThanOrEqualToThreshold":
      return value >= threshold;
    case "LessThanThreshold":
      return value < threshold;
    case "LessThanOrEqualToThreshold":
      return value <= threshold;
  }
};
