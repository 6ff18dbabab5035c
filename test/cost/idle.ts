import { propertiesOf, type Template } from "../support/deployed.ts";
import type { Usage } from "./dollars.ts";

export interface IdleLine {
  readonly what: string;
  readonly usage: Usage;
}

export interface Idle {
  readonly lines: readonly IdleLine[];
  /** How many alarms watch each metric, most first. */
  readonly alarms: readonly (readonly [metric: string, count: number])[];
  /** What each key is for, in its own words. */
  readonly keys: readonly string[];
}

/**
 * A poller waits 20 seconds for a message. Lambda keeps five for each queue. It goes down to two only where no maximum
 * concurrency is set.
 *
 * > AWS Lambda Developer Guide, "Configuring scaling behavior for SQS event source mappings"
 */
const pollsAMonth = (5 * 30 * 24 * 3600) / 20;

/** What the templates cost a month before the first decision. */
export function idle(templates: readonly Template[]): Idle {
  const of = (type: string) => propertiesOf(templates, type);
  const alarms = of("AWS::CloudWatch::Alarm");
  const pollers = of("AWS::Lambda::EventSourceMapping").filter(
    ({ StartingPosition }) => StartingPosition === undefined,
  );
  const own = alarms.filter(({ Namespace }) => !String(Namespace).startsWith("AWS/"));
  const metrics = new Set(own.map(({ MetricName, Dimensions }) => JSON.stringify([MetricName, Dimensions])));
  const keys = of("AWS::KMS::Key").map(({ Description }) => String(Description));
  return {
    lines: [
      { what: "keys", usage: { key: keys.length } },
      { what: "alarms", usage: { alarm: alarms.length } },
      { what: "composed alarms", usage: { composedAlarm: of("AWS::CloudWatch::CompositeAlarm").length } },
      { what: "dashboards", usage: { dashboard: of("AWS::CloudWatch::Dashboard").length } },
      { what: "metrics of our own that an alarm watches", usage: { metric: metrics.size } },
      { what: "polling of empty queues", usage: { queueRequest: pollers.length * pollsAMonth } },
    ],
    alarms: [
      ...Map.groupBy(alarms, ({ Namespace, MetricName }) => `${String(Namespace)} ${String(MetricName)}`),
    ]
      .map(([metric, its]) => [metric, its.length] as const)
      .toSorted(([, a], [, b]) => b - a),
    keys,
  };
}
