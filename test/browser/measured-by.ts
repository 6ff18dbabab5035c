import { type RunningSystem, readStatistic } from "@hemvist/local";
import * as z from "zod";

const body = z.looseObject({
  start: z.string(),
  widgets: z.array(
    z.looseObject({
      type: z.string(),
      properties: z.looseObject({
        title: z.string().default(""),
        metrics: z.array(z.array(z.unknown())).default([]),
      }),
    }),
  ),
});
const options = z.looseObject({ stat: z.string(), period: z.number(), visible: z.boolean().default(true) });

/**
 * The titles of a dashboard's graphs for which this run has measured something in the time that it shows. What an
 * expression works out may rightly be hidden, so its graph is not among them.
 */
export async function measuredBy(system: RunningSystem, text: string): Promise<readonly string[]> {
  const { start, widgets } = body.parse(JSON.parse(text));
  // With the minute that goes on.
  const to = Date.parse(system.now()) + 60_000;
  const from = to - hoursIn(start) * 3_600_000;
  const metrics = await system.metrics();
  return widgets.flatMap(({ properties: { title, metrics: lines } }) => {
    const isMeasured = lines.some((line) => {
      const [namespace, name, ...pairs] = line.filter((part) => typeof part === "string");
      const { success, data } = options.safeParse(line.at(-1));
      if (!success || !data.visible || namespace === undefined || name === undefined) return false;
      const dimensions = Object.fromEntries(
        pairs.flatMap((key, at) => (at % 2 === 0 ? [[key, pairs[at + 1] ?? ""]] : [])),
      );
      const { period, stat } = data;
      const asked = { namespace, name, dimensions, statistic: readStatistic(stat), period, from, to };
      return metrics.points(asked).length > 0;
    });
    return isMeasured ? [title] : [];
  });
}

/** `-P3D` or `-PT12H`, as our dashboards begin. */
function hoursIn(start: string): number {
  const [, days = "0", hours = "0"] = /^-P(?:(\d+)D)?(?:T(\d+)H)?$/.exec(start) ?? [];
  return Number(days) * 24 + Number(hours);
}
