import { parsedJson } from "@hemvist/contracts";
import * as z from "zod";

// A dashboard's body as CloudWatch reads it. What is not known here stays a widget, and is said not to be drawn.

const place = { x: z.number(), y: z.number(), width: z.number(), height: z.number() };

const level = z.looseObject({ label: z.string().default(""), value: z.number() });

const metricProperties = z.looseObject({
  title: z.string().default(""),
  view: z.string().default("timeSeries"),
  stacked: z.boolean().default(false),
  stat: z.string().default("Average"),
  period: z.number().default(300),
  metrics: z.array(z.array(z.unknown()).min(1)).default([]),
  setPeriodToTimeRange: z.boolean().default(false),
  yAxis: z
    .looseObject({
      left: z
        .looseObject({
          label: z.string().default(""),
          min: z.number().optional(),
          max: z.number().optional(),
        })
        .default({ label: "" }),
    })
    .default({ left: { label: "" } }),
  annotations: z.looseObject({ horizontal: z.array(level).default([]) }).default({ horizontal: [] }),
});

export type MetricProperties = z.infer<typeof metricProperties>;

export const textWidget = z.looseObject({ markdown: z.string() });
export const alarmWidget = z.looseObject({ title: z.string().default(""), alarms: z.array(z.string()) });
export { metricProperties as metricWidget };

const widget = z.looseObject({ ...place, type: z.string(), properties: z.looseObject({}) });

export type Widget = z.infer<typeof widget>;

const body = z.looseObject({ start: z.string().default("-PT3H"), widgets: z.array(widget) });

/** @throws where the body is none that CloudWatch reads */
export const readBody = (text: string): z.infer<typeof body> => body.parse(parsedJson(text));
