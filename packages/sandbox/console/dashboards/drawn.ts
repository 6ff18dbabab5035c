import {
  type AlarmHistory,
  type Point,
  type RunningSystem,
  readStatistic,
  type Statistic,
} from "@hemvist/local";
import { afterDuration } from "../../clock/duration.ts";
import type { DashboardShown, Drawing, Numbers, WidgetShown } from "../shown.ts";
import {
  alarmWidget,
  type MetricProperties,
  metricWidget,
  readBody,
  textWidget,
  type Widget,
} from "./body.ts";
import { blocksIn } from "./markdown.ts";
import { linesOf, type MetricLine } from "./metric-lines.ts";
import { NotReckoned, reckoned, type Values } from "./metric-math.ts";

type Metrics = Awaited<ReturnType<RunningSystem["metrics"]>>;

export interface DashboardSources {
  readonly metrics: Pick<Metrics, "points">;
  readonly alarms: readonly AlarmHistory[];
  /** RFC 3339. */
  readonly now: string;
}

interface Window {
  readonly from: number;
  readonly to: number;
}

/** A dashboard as CloudWatch would draw it, with the metrics of this run. */
export function dashboardDrawn(
  { name, body }: { readonly name: string; readonly body: string },
  sources: DashboardSources,
): Omit<DashboardShown, "now" | "title"> {
  const { start, widgets } = readBody(body);
  const to = Date.parse(sources.now);
  const from = to - lengthOf(start);
  return {
    name,
    from: from / 1000,
    to: to / 1000,
    widgets: widgets.map((widget) => widgetDrawn(widget, { from, to }, sources)),
  };
}

/** How far back a start such as `-P3D` lies, in milliseconds; three hours where it is written in another way. */
const lengthOf = (start: string): number => afterDuration(0, start.replace(/^-/, "")) ?? 3 * 3_600_000;

function widgetDrawn(widget: Widget, window: Window, sources: DashboardSources): WidgetShown {
  const { x, y, width, height } = widget;
  return { x, y, width, height, drawing: drawingOf(widget, window, sources) };
}

function drawingOf({ type, properties }: Widget, window: Window, sources: DashboardSources): Drawing {
  switch (type) {
    case "text":
      return { kind: "text", blocks: blocksIn(textWidget.parse(properties).markdown) };
    case "alarm":
      return alarmsDrawn(alarmWidget.parse(properties), sources.alarms);
    case "metric":
      return metricDrawn(metricWidget.parse(properties), window, sources);
    default:
      return { kind: "not-drawn", title: type, why: `CloudWatch ritar den. Konsolen ritar inga sådana.` };
  }
}

function alarmsDrawn(
  { title, alarms: arns }: { readonly title: string; readonly alarms: readonly string[] },
  alarms: readonly AlarmHistory[],
): Drawing {
  const named = new Map(alarms.map((history) => [history.alarm.name, history]));
  const names = arns.map((arn) => arn.replace(/^arn:.*:alarm:/, ""));
  return {
    kind: "alarms",
    title,
    alarms: names.map((name) => ({ name, state: named.get(name)?.state ?? "missing" })),
  };
}

function metricDrawn(properties: MetricProperties, window: Window, { metrics }: DashboardSources): Drawing {
  const { title, view, stacked, yAxis, annotations } = properties;
  const lines = linesOf(properties);
  try {
    if (view === "singleValue")
      return { kind: "numbers", title, numbers: numbersOf(lines, properties, window, metrics) };
    if (view !== "timeSeries" && view !== "bar") throw new NotReckoned(`vyn ${view}`);
    const series = seriesOf(lines, window, metrics);
    return {
      kind: "lines",
      title,
      unit: yAxis.left.label,
      isStacked: stacked,
      ...(yAxis.left.min === undefined ? {} : { min: yAxis.left.min }),
      ...(yAxis.left.max === undefined ? {} : { max: yAxis.left.max }),
      series,
      levels: annotations.horizontal.map(({ label, value }) => ({ label, value })),
    };
  } catch (error) {
    if (error instanceof NotReckoned) return { kind: "not-drawn", title, why: error.message };
    throw error;
  }
}

type LineSeries = Extract<Drawing, { kind: "lines" }>["series"];

function seriesOf(
  lines: readonly MetricLine[],
  window: Window,
  metrics: Pick<Metrics, "points">,
): LineSeries {
  const values = valuesOf(lines, window, metrics);
  return lines.flatMap((line, index) => {
    const its = values[index];
    if (!line.isVisible || its === undefined) return [];
    const points = typeof its === "number" ? flat(its, window) : [...its];
    return {
      label: line.label,
      isRight: line.isRight,
      points: points.map(([at, value]) => [at / 1000, value] as const),
    };
  });
}

const flat = (value: number, { from, to }: Window): readonly (readonly [number, number])[] => [
  [from, value],
  [to, value],
];

/** Metrics first, whatever their order: an expression may name one that comes after it. */
function valuesOf(
  lines: readonly MetricLine[],
  window: Window,
  metrics: Pick<Metrics, "points">,
): readonly Values[] {
  const named = new Map<string, Values>();
  const measured = lines.map((line): Values | undefined => {
    if (line.kind === "expression") return undefined;
    const values = new Map(pointsOf(line, window, metrics).map(({ at, value }) => [at, value] as const));
    if (line.id !== undefined) named.set(line.id, values);
    return values;
  });
  return lines.map((line, index) => {
    const values = line.kind === "expression" ? reckoned(line.expression, named) : measured[index];
    if (line.kind === "expression" && line.id !== undefined && values !== undefined)
      named.set(line.id, values);
    return values ?? new Map();
  });
}

const pointsOf = (
  { metric, stat, period }: Extract<MetricLine, { kind: "metric" }>,
  { from, to }: Window,
  metrics: Pick<Metrics, "points">,
): readonly Point[] =>
  metrics.points({ ...metric, statistic: statisticIn(stat), period, from, to: to + minute });

/** The store's points end before a minute begins, and what has just been measured is to be seen. */
const minute = 60_000;

function statisticIn(text: string): Statistic {
  try {
    return readStatistic(text);
  } catch {
    throw new NotReckoned(text);
  }
}

function numbersOf(
  lines: readonly MetricLine[],
  { setPeriodToTimeRange }: MetricProperties,
  window: Window,
  metrics: Pick<Metrics, "points">,
): Numbers["numbers"] {
  return lines
    .filter(({ isVisible }) => isVisible)
    .map((line) => {
      const value =
        setPeriodToTimeRange && line.kind === "metric"
          ? overAll(line, window, metrics)
          : lastOf(seriesOf([...lines.filter(({ isVisible }) => !isVisible), line], window, metrics));
      return { label: line.label, ...(value === undefined ? {} : { value }) };
    });
}

const lastOf = (series: LineSeries): number | undefined => series[0]?.points.at(-1)?.[1];

/** One value for the whole time. A percentile of it cannot be had from the periods' percentiles. */
function overAll(
  line: Extract<MetricLine, { kind: "metric" }>,
  window: Window,
  metrics: Pick<Metrics, "points">,
): number | undefined {
  const by = (stat: string): readonly number[] =>
    pointsOf({ ...line, stat }, window, metrics).map(({ value }) => value);
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const values = by(line.stat);
  if (values.length === 0) return undefined;
  switch (line.stat) {
    case "Sum":
    case "SampleCount":
      return sum(values);
    case "Maximum":
      return Math.max(...values);
    case "Minimum":
      return Math.min(...values);
    case "Average":
      return sum(by("Sum")) / sum(by("SampleCount"));
    default:
      throw new NotReckoned(`${line.stat} över hela tiden`);
  }
}
