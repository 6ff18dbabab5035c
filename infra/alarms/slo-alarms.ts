import type { Duration } from "aws-cdk-lib";
import { countedBy, declared } from "../constructs/alarm-metrics.ts";
import { inAlarm } from "../constructs/composed-alarm.ts";
import type { Composed, Explained } from "./explained.ts";
import { type Burn, burns, fewestBroken, type Slo, shareAt, shortWindows, slos } from "./slos.ts";

const [fast, slow, creeping] = burns;

/**
 * A promise is broken so often that its error budget does not last. Fast and slow are one alarm, so that one fault calls
 * once. It waits for office hours: a late answer hurts no person before the next morning. It also waits while
 * `hemvist-fails` is on, which has called already.
 */
export const sloAlarms = (): readonly Composed[] =>
  slos.flatMap((slo) => [
    {
      ...common(slo),
      name: burning(slo.name),
      severity: "working-hours",
      waitsFor: "not-now",
      rule: `${allOf(slo, fast)} OR ${allOf(slo, slow)}`,
      whatHappened: `${slo.late} are so many that the error budget of 30 days is gone within five days.`,
      whatToDo: "See on the dashboard hemvist-flode since when. If another alarm is red, mend that first.",
    },
    {
      ...common(slo),
      name: creepingIn(slo.name),
      severity: "notice",
      rule: allOf(slo, creeping),
      whatHappened: `${slo.late} have used up the error budget as fast as it may be used, for three days.`,
      whatToDo: "See on the dashboard hemvist-flode when they come. Plan what mends it.",
    },
  ]);

/** The alarms that the rules above are made of. CloudWatch combines the states of alarms, and nothing else. */
export const sloSignals = (): readonly Explained[] =>
  slos.flatMap((slo) => burns.flatMap((burn) => signalsOf(slo, burn)));

/** What the alarms of a promise are called. */
export const sloAlarmNames = (slo: Slo["name"]): readonly string[] => [burning(slo), creepingIn(slo)];

const burning = (slo: Slo["name"]): string => `slo-${slo}`;
const creepingIn = (slo: Slo["name"]): string => `slo-${slo}-creeping`;

const common = ({ whoIsHurt }: Slo) => ({ whoIsHurt, owner: "operations", runbook: "slo" }) as const;

const allOf = (slo: Slo, burn: Burn): string =>
  `(${signalsOf(slo, burn)
    .map(({ name }) => inAlarm(name))
    .join(" AND ")})`;

function signalsOf(slo: Slo, burn: Burn): readonly Explained[] {
  const share = shareAt(burn);
  const signal = (name: string, whatHappened: string) =>
    ({
      ...common(slo),
      severity: "signal",
      name: `slo-${slo.name}-${burn.name}-${name}`,
      whatHappened,
      whatToDo: "Nothing: it is a part of the alarm on the promise.",
    }) as const;
  const kept = (period: Duration) =>
    declared(slo.metricName, { service: slo.service }, { statistic: "Average", period });
  const [long, short] = [burn.long, burn.short].map((window) => window.toHumanString());
  return [
    {
      ...signal("long", `Fewer than ${share} % of the promises of ${long} were kept.`),
      metric: kept(burn.long),
      when: { below: share, orSilent: false },
      periods: 1,
    },
    {
      ...signal(
        "short",
        `Fewer than ${share} % of the promises of ${short} were kept, in the last ${shortWindows}.`,
      ),
      metric: kept(burn.short),
      when: { below: share, orSilent: false },
      periods: shortWindows,
      atLeast: 1,
    },
    {
      ...signal("often", `At least ${fewestBroken} promises were broken within ${long}.`),
      metric: countedBy(slo.service, "PromisesBroken", burn.long),
      when: { above: fewestBroken - 1 },
      periods: 1,
    },
  ];
}
