import { type Json, jsonOf, listOf, numberOf, textOf } from "../templates/json.ts";
import type { VirtualClock } from "../time/virtual-clock.ts";
import type { MetricStore } from "./metric-store.ts";
import { readStatistic } from "./samples.ts";

export type MetricCalls = (
  operation: string,
  body: Json,
) => Promise<{ readonly status: number; readonly body: Json }>;

/**
 * CloudWatch as a caller sees it: `GetMetricData`, without metric math. A caller outside has real time and the metrics
 * have virtual time, so the window that it asks for is moved to where the run is.
 */
export const createMetricCalls =
  ({
    store,
    look,
    clock,
  }: {
    readonly store: Pick<MetricStore, "points">;
    /** Measures what has changed since. */
    readonly look: () => Promise<void>;
    readonly clock: Pick<VirtualClock, "now">;
  }): MetricCalls =>
  async (operation, body) => {
    const queries = listOf(body["MetricDataQueries"]).map(jsonOf);
    if (operation !== "GetMetricData") return refused("UnknownOperationException", operation);
    if (queries.some(({ MetricStat }) => MetricStat === undefined))
      return refused("ValidationError", "metric math does not run here");
    await look();
    const ahead = clock.now() - Date.now();
    const window = {
      from: 1000 * (numberOf(body["StartTime"]) ?? 0) + ahead,
      to: 1000 * (numberOf(body["EndTime"]) ?? 0) + ahead,
    };
    const isDescending = body["ScanBy"] !== "TimestampAscending";
    return {
      status: 200,
      body: {
        Messages: [],
        MetricDataResults: queries.map((query) => resultOf(query, { store, window, ahead, isDescending })),
      },
    };
  };

interface Asked {
  readonly store: Pick<MetricStore, "points">;
  readonly window: { readonly from: number; readonly to: number };
  readonly ahead: number;
  readonly isDescending: boolean;
}

function resultOf({ Id, Label, MetricStat }: Json, { store, window, ahead, isDescending }: Asked): Json {
  const { Metric, Period, Stat } = jsonOf(MetricStat);
  const { Namespace, MetricName, Dimensions } = jsonOf(Metric);
  const name = textOf(MetricName) ?? "";
  const points = store.points({
    namespace: textOf(Namespace) ?? "",
    name,
    dimensions: Object.fromEntries(
      listOf(Dimensions)
        .map(jsonOf)
        .map(({ Name, Value }) => [textOf(Name) ?? "", textOf(Value) ?? ""]),
    ),
    statistic: readStatistic(textOf(Stat) ?? ""),
    period: numberOf(Period) ?? 60,
    ...window,
  });
  const ordered = isDescending ? points.toReversed() : points;
  return {
    Id: textOf(Id) ?? "",
    Label: textOf(Label) ?? name,
    Timestamps: ordered.map(({ at }) => (at - ahead) / 1000),
    Values: ordered.map(({ value }) => value),
    StatusCode: "Complete",
  };
}

const refused = (type: string, message: string) => ({
  status: 400,
  body: { __type: type, message },
});
