import type { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { asciiJson } from "../ascii-json.ts";
import type {
  AlarmStates,
  Graph,
  Hidden,
  Line,
  OperationsDashboard,
  Row,
  Text,
  Widget,
} from "./dashboard.ts";

/** Where the metrics and the alarms of a dashboard are. */
export interface Place {
  readonly account: string;
  readonly region: string;
}

/**
 * The body of a dashboard as CloudWatch reads it, in ASCII
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html).
 *
 * It uses a part of the format only, because the sandbox's console draws the same bodies: `text`, `metric` with the views
 * `timeSeries` and `singleValue`, and `alarm`. No search, and no query of logs. The only metric math is the two
 * expressions of `expressionOf`.
 *
 * Each graph keeps its own period, whatever time a person chooses: what a text calls normal is normal for that period.
 */
export const bodyOf = ({ rows, shows }: OperationsDashboard, place: Place): string =>
  asciiJson({ start: `-${shows.toIsoString()}`, periodOverride: "inherit", widgets: placed(rows, place) });

/** CloudWatch's grid is 24 units wide. */
const gridWidth = 24;

function placed(rows: readonly Row[], place: Place): readonly unknown[] {
  const widgets: unknown[] = [];
  let y = 0;
  for (const row of rows) {
    const height = Math.max(...row.map(heightOf));
    const width = Math.floor(gridWidth / row.length);
    for (const [index, widget] of row.entries())
      widgets.push({ ...drawn(widget, place), x: index * width, y, width, height });
    y += height;
  }
  return widgets;
}

/** A widget of alarms takes one unit for its title, and one for each three alarms. */
const heightOf = (widget: Widget): number => {
  switch (widget.kind) {
    case "text":
      return widget.height;
    case "graph":
      return widget.view === "singleValue" ? 3 : 6;
    case "alarms":
      return 1 + Math.ceil(widget.alarms.length / 3);
  }
};

const drawn = (widget: Widget, place: Place): { readonly type: string; readonly properties: unknown } => {
  switch (widget.kind) {
    case "text":
      return { type: "text", properties: text(widget) };
    case "graph":
      return { type: "metric", properties: graph(widget, place) };
    case "alarms":
      return { type: "alarm", properties: alarms(widget, place) };
  }
};

const text = ({ markdown }: Text) => ({ markdown });

const graph = (
  { title, unit, lines, view = "timeSeries", stacked = false, from = 0, to, levels = [] }: Graph,
  { region }: Place,
) => ({
  title,
  region,
  view,
  stacked,
  metrics: lines.flatMap(drawnLine),
  yAxis: { left: { label: unit, showUnits: false, min: from, ...(to === undefined ? {} : { max: to }) } },
  ...(view === "singleValue" ? { setPeriodToTimeRange: true } : {}),
  ...(levels.length === 0 ? {} : { annotations: { horizontal: levels } }),
});

function drawnLine({ label, metric, hidden }: Line, index: number): readonly (readonly unknown[])[] {
  if (hidden === undefined) return [measured(metric, { label })];
  const [value, count] = [`m${index}`, `n${index}`];
  return [
    [{ expression: expressionOf(hidden, { value, count }), label, id: `e${index}` }],
    measured(metric, { id: value, visible: false }),
    measured(hidden.of, { id: count, visible: false }),
  ];
}

/**
 * `IF` without a third argument gives no point where the condition does not hold. A missing value counts as 0 in
 * arithmetic (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html).
 */
const expressionOf = (
  { shown, atLeast }: Hidden,
  { value, count }: { readonly value: string; readonly count: string },
): string => {
  switch (shown) {
    case "share":
      return `IF(${count} >= ${atLeast}, 100 * ${value} / ${count})`;
    case "days":
      return `IF(${count} >= ${atLeast}, ${value} / 86400)`;
  }
};

/** Namespace, name, the name and the value of each dimension, and how it is drawn. */
function measured(metric: Metric, how: Readonly<Record<string, unknown>>): readonly unknown[] {
  const { namespace, metricName, dimensions = {}, statistic, period } = metric;
  return [
    namespace,
    metricName,
    ...Object.entries(dimensions).flat(),
    { ...how, stat: statistic, period: period.toSeconds() },
  ];
}

const alarms = ({ title, alarms: names }: AlarmStates, { account, region }: Place) => ({
  title,
  alarms: names.map((name) => `arn:aws:cloudwatch:${region}:${account}:alarm:hemvist-${name}`),
});
