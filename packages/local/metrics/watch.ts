import { type AlarmHistory, judgeAlarms } from "../alarms/alarms.ts";
import { declaredAlarms } from "../alarms/declared-alarms.ts";
import type { Assembly } from "../templates/assembly.ts";
import type { Resolver } from "../templates/resolver.ts";
import type { VirtualClock } from "../time/virtual-clock.ts";
import { type DeclaredDashboard, declaredDashboards } from "./declared-dashboards.ts";
import { embeddedMetrics } from "./embedded-metrics.ts";
import { createMetricStore, type MetricStore } from "./metric-store.ts";
import { type Minute, minuteOf } from "./minutes.ts";
import { createServiceMetrics, type ServiceMetrics } from "./service-metrics.ts";

/** CloudWatch as this run has it: metrics, and the alarms that the template declares on them. */
export interface Watch {
  readonly store: MetricStore;
  readonly measured: ServiceMetrics;
  /** Takes the metrics out of a line that a function wrote. */
  readonly readLine: (line: string) => void;
  readonly dashboards: readonly DeclaredDashboard[];
  /** Every alarm of the template until now. */
  readonly alarms: () => readonly AlarmHistory[];
}

interface Judged {
  readonly minute: Minute;
  readonly revision: number;
  readonly histories: readonly AlarmHistory[];
}

/** @throws where an alarm of the template cannot be judged here */
export const createWatch = ({
  assembly,
  resolver,
  clock,
}: {
  readonly assembly: Assembly;
  readonly resolver: Resolver;
  readonly clock: VirtualClock;
}): Watch => {
  const store = createMetricStore(clock.now);
  const alarms = declaredAlarms(assembly, resolver);
  const madeAt = clock.now();
  let judged: Judged | undefined;
  return {
    store,
    dashboards: declaredDashboards(assembly, resolver),
    measured: createServiceMetrics(store, clock.now),
    readLine: (line) => {
      for (const { metric, at, values } of embeddedMetrics(line)) store.record(metric, at, values);
    },
    alarms: () => {
      const [minute, revision] = [minuteOf(clock.now()), store.revision()];
      if (judged?.minute === minute && judged.revision === revision) return judged.histories;
      const histories = judgeAlarms({ alarms, store, madeAt, now: clock.now() });
      judged = { minute, revision, histories };
      return histories;
    },
  };
};
