import * as z from "zod";
import type { Resources } from "./synthesised.ts";

const options = z.strictObject({
  label: z.string().optional(),
  stat: z.enum(["Sum", "Average", "Maximum", "SampleCount", "p50", "p90", "p99"]),
  period: z.int().multipleOf(60),
  id: z.string().optional(),
  visible: z.literal(false).optional(),
});
const expression = z.strictObject({ expression: z.string(), label: z.string(), id: z.string() });
const size = { x: z.int(), y: z.int(), width: z.int(), height: z.int() };

/** The part of CloudWatch's format that our dashboards use, and no more: the sandbox's console draws exactly this. */
const body = z.strictObject({
  start: z.string().regex(/^-P/),
  periodOverride: z.literal("inherit"),
  widgets: z.array(
    z.discriminatedUnion("type", [
      z.strictObject({
        ...size,
        type: z.literal("text"),
        properties: z.strictObject({ markdown: z.string() }),
      }),
      z.strictObject({
        ...size,
        type: z.literal("alarm"),
        properties: z.strictObject({ title: z.string(), alarms: z.array(z.string()).min(1).max(100) }),
      }),
      z.strictObject({
        ...size,
        type: z.literal("metric"),
        properties: z.strictObject({
          title: z.string(),
          region: z.literal("eu-north-1"),
          view: z.enum(["timeSeries", "singleValue"]),
          stacked: z.boolean(),
          metrics: z.array(z.array(z.unknown()).min(1)).min(1),
          setPeriodToTimeRange: z.literal(true).optional(),
          yAxis: z.strictObject({
            left: z.strictObject({
              label: z.string(),
              showUnits: z.literal(false),
              min: z.number(),
              max: z.number().optional(),
            }),
          }),
          annotations: z
            .strictObject({ horizontal: z.array(z.strictObject({ label: z.string(), value: z.number() })) })
            .optional(),
        }),
      }),
    ]),
  ),
});

export type Body = z.infer<typeof body>;
export type Widget = Body["widgets"][number];
export type MetricWidget = Extract<Widget, { type: "metric" }>;

export interface Measured {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly options: z.infer<typeof options>;
}

/** Every dashboard in the templates, by its name, with its body as text and as data. */
export const bodiesIn = ({
  of,
}: Resources): ReadonlyMap<string, { readonly text: string; readonly body: Body }> =>
  new Map(
    of("AWS::CloudWatch::Dashboard").map(({ properties }) => {
      const text = String(properties["DashboardBody"]);
      return [String(properties["DashboardName"]), { text, body: body.parse(JSON.parse(text)) }];
    }),
  );

export const graphsOf = ({ widgets }: Body): readonly MetricWidget[] =>
  widgets.filter((widget) => widget.type === "metric");

export const metricsOf = ({ properties }: MetricWidget): readonly Measured[] =>
  properties.metrics.filter((entry) => typeof entry[0] === "string").map(measured);

export const expressionsOf = ({ properties }: MetricWidget): readonly z.infer<typeof expression>[] =>
  properties.metrics.filter((entry) => typeof entry[0] !== "string").map(([only]) => expression.parse(only));

function measured(entry: readonly unknown[]): Measured {
  const [namespace, name, ...rest] = entry.slice(0, -1).map((part) => z.string().parse(part));
  const pairs = Array.from({ length: rest.length / 2 }, (_, at) => rest.slice(2 * at, 2 * at + 2));
  return {
    namespace: namespace ?? "",
    name: name ?? "",
    dimensions: Object.fromEntries(pairs),
    options: options.parse(entry.at(-1)),
  };
}
