import type { MetricQuery } from "@hemvist/local";
import * as z from "zod";
import type { MetricProperties } from "./body.ts";

/** One line of a widget: a metric, or an expression over others. */
export type MetricLine = {
  readonly label: string;
  readonly isVisible: boolean;
  /** By which expressions name it. */
  readonly id?: string;
  readonly isRight: boolean;
} & (
  | {
      readonly kind: "metric";
      readonly metric: Pick<MetricQuery, "namespace" | "name" | "dimensions">;
      readonly stat: string;
      /** In seconds. */
      readonly period: number;
    }
  | { readonly kind: "expression"; readonly expression: string }
);

const options = z.looseObject({
  label: z.string().optional(),
  stat: z.string().optional(),
  period: z.number().optional(),
  id: z.string().optional(),
  visible: z.boolean().default(true),
  yAxis: z.string().default("left"),
  expression: z.string().optional(),
});

/**
 * The lines of a widget, with CloudWatch's short forms written out: `.` stands for what the line above has in the same
 * place, and `...` for all that it has before.
 */
export function linesOf({ metrics, stat, period }: MetricProperties): readonly MetricLine[] {
  let above: readonly string[] = [];
  return metrics.map((entry): MetricLine => {
    const its = options.parse(entry.find((part) => typeof part === "object") ?? {});
    const common = {
      isVisible: its.visible,
      isRight: its.yAxis === "right",
      ...(its.id === undefined ? {} : { id: its.id }),
    };
    if (its.expression !== undefined)
      return {
        kind: "expression",
        expression: its.expression,
        label: its.label ?? its.expression,
        ...common,
      };
    above = writtenOut(
      entry.filter((part) => typeof part === "string"),
      above,
    );
    const [namespace = "", name = "", ...pairs] = above;
    return {
      kind: "metric",
      metric: { namespace, name, dimensions: dimensionsIn(pairs) },
      stat: its.stat ?? stat,
      period: its.period ?? period,
      label: its.label ?? name,
      ...common,
    };
  });
}

function writtenOut(parts: readonly string[], above: readonly string[]): readonly string[] {
  const [first, ...rest] = parts;
  const whole = first === "..." ? [...above.slice(0, above.length - rest.length), ...rest] : parts;
  return whole.map((part, index) => (part === "." ? (above[index] ?? part) : part));
}

const dimensionsIn = (pairs: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Array.from({ length: Math.floor(pairs.length / 2) }, (_, index) => [
      pairs[2 * index] ?? "",
      pairs[2 * index + 1] ?? "",
    ]),
  );
