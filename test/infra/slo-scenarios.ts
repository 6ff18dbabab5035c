import { readFileSync, writeFileSync } from "node:fs";
import { type AlarmRule, readAlarmRule } from "../../packages/local/alarms/alarm-rule.ts";
import { judgeAlarms } from "../../packages/local/alarms/alarms.ts";
import type { DeclaredAlarm } from "../../packages/local/alarms/declared-alarms.ts";
import type { Metric } from "../../packages/local/metrics/metric.ts";
import { createMetricStore } from "../../packages/local/metrics/metric-store.ts";
import { readStatistic } from "../../packages/local/metrics/samples.ts";
import { drawn } from "../docs/draw-documents.ts";
import { runTool, takesNothing } from "../support/tool.ts";
import { listed, type Resource, type Resources, synthesised } from "./synthesised.ts";

/** How many events a day has, and in which of its hours they come, at equal distances. */
interface Traffic {
  readonly named: string;
  readonly aDay: number;
  readonly from: number;
  readonly to: number;
}

const city: Traffic = { named: "300 om dagen, 8–17", aDay: 300, from: 8, to: 17 };
const night: Traffic = { named: "3 per natt", aDay: 3, from: 1, to: 4 };
const country: Traffic = { named: "30 000 per dygn", aDay: 30_000, from: 0, to: 24 };

interface Event {
  /** From 0, over all days. */
  readonly number: number;
  readonly at: number;
}

export interface Scenario {
  readonly what: string;
  readonly traffic: Traffic;
  readonly days: number;
  readonly isLate: (event: Event) => boolean;
}

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
/** A Monday, on which the alarms are made. */
const monday = Date.parse("2026-11-02T00:00:00Z");

const everyNth =
  (n: number): Scenario["isLate"] =>
  ({ number }) =>
    number % n === n - 1;

const from =
  (clock: number, isLate: Scenario["isLate"]): Scenario["isLate"] =>
  (event) =>
    event.at >= monday + day + clock * hour && isLate(event);

/** From ten o'clock on Tuesday, for so many minutes. */
const onTuesday = (minutes: number, isLate: Scenario["isLate"]): Scenario["isLate"] =>
  from(10, (event) => event.at < monday + day + 10 * hour + minutes * minute && isLate(event));

const always = (): boolean => true;

export const scenarios: readonly Scenario[] = [
  { what: "Var tusende är sen, i fyra veckor", traffic: city, days: 28, isLate: everyNth(1000) },
  { what: "En av tre är sen, en natt", traffic: night, days: 7, isLate: ({ number }) => number === 4 },
  { what: "En är sen i veckan", traffic: city, days: 28, isLate: everyNth(1500) },
  { what: "Var femtionde är sen, dag efter dag", traffic: city, days: 4, isLate: from(0, everyNth(50)) },
  { what: "Var tvåhundrade är sen, dag efter dag", traffic: city, days: 10, isLate: from(0, everyNth(200)) },
  { what: "Alla är sena i två timmar", traffic: city, days: 7, isLate: onTuesday(120, always) },
  { what: "Alla är sena i fem minuter", traffic: city, days: 7, isLate: onTuesday(5, always) },
  { what: "Var tvåtusende är sen, i en vecka", traffic: country, days: 7, isLate: everyNth(2000) },
  {
    what: "Var femhundrade är sen, dag efter dag",
    traffic: country,
    days: 6,
    isLate: from(0, everyNth(500)),
  },
  {
    what: "Var hundrade är sen i sex timmar",
    traffic: country,
    days: 4,
    isLate: onTuesday(360, everyNth(100)),
  },
  { what: "Var femtionde är sen i en timme", traffic: country, days: 4, isLate: onTuesday(60, everyNth(50)) },
  { what: "Alla är sena i en timme", traffic: country, days: 4, isLate: onTuesday(60, always) },
];

/** When each alarm with a receiver went off, by the local run's judge of CloudWatch's alarms. */
export function wentOff(
  alarms: readonly DeclaredAlarm[],
  { traffic, days, isLate }: Pick<Scenario, "traffic" | "days" | "isLate">,
): readonly string[] {
  const until = monday + days * day;
  const store = createMetricStore(() => until);
  const metricNamed = (name: string): Metric => {
    const found = alarms.find((alarm) => alarm.kind === "metric" && alarm.metric.name === name);
    if (found?.kind !== "metric") throw new Error(`no alarm looks at ${name}`);
    return found.metric;
  };
  const [inTime, broken] = [metricNamed("DecisionAnsweredInTime"), metricNamed("PromisesBroken")];
  for (const event of eventsOf(traffic, days)) {
    store.record(inTime, event.at, [isLate(event) ? 0 : 100]);
    if (isLate(event)) store.record(broken, event.at, [1]);
  }
  return judgeAlarms({ alarms, store, madeAt: monday, now: until })
    .filter(({ alarm }) => alarm.actions.ALARM.length > 0)
    .flatMap(({ alarm, changes }) =>
      changes.filter(({ state }) => state === "ALARM").map(({ at }) => ({ at, name: alarm.name })),
    )
    .toSorted((one, other) => one.at - other.at)
    .map(({ at, name }) => `${name} dag ${Math.floor((at - monday) / day) + 1} ${clockAt(at)}`);
}

const clockAt = (at: number): string => new Date(at).toISOString().slice(11, 16);

function* eventsOf({ aDay, from, to }: Traffic, days: number): Generator<Event> {
  const distance = ((to - from) * hour) / aDay;
  for (let number = 0; number < aDay * days; number += 1)
    yield { number, at: monday + Math.floor(number / aDay) * day + from * hour + (number % aDay) * distance };
}

/** The alarms on the first promise, as the templates declare them. */
export const alarmsOnAnswers = (templates: Resources = synthesised()): readonly DeclaredAlarm[] =>
  [...templates.of("AWS::CloudWatch::Alarm"), ...templates.of("AWS::CloudWatch::CompositeAlarm")]
    .filter(({ properties }) => String(properties["AlarmName"]).startsWith("hemvist-slo-answered"))
    .map(declared);

function declared({ type, properties }: Resource): DeclaredAlarm {
  const its = (name: string) => properties[name];
  const common = {
    name: String(its("AlarmName")),
    description: String(its("AlarmDescription")),
    tags: {},
    actions: { ALARM: listed(its("AlarmActions") ?? []).map(String), OK: [], INSUFFICIENT_DATA: [] },
  };
  if (type === "AWS::CloudWatch::CompositeAlarm")
    return { ...common, kind: "composite", rule: ruleIn(its("AlarmRule")) };
  const dimensions = its("Dimensions") as readonly { readonly Name: string; readonly Value: string }[];
  const comparison = its("ComparisonOperator");
  const missingData = its("TreatMissingData");
  if (comparison !== "LessThanThreshold" && comparison !== "GreaterThanThreshold")
    throw new Error(`an alarm on a promise compares by ${String(comparison)}`);
  if (missingData !== "notBreaching")
    throw new Error(`an alarm on a promise treats missing data as ${String(missingData)}`);
  return {
    ...common,
    kind: "metric",
    metric: {
      namespace: String(its("Namespace")),
      name: String(its("MetricName")),
      dimensions: Object.fromEntries(dimensions.map(({ Name, Value }) => [Name, Value])),
    },
    statistic: readStatistic(String(its("Statistic"))),
    period: Number(its("Period")),
    evaluationPeriods: Number(its("EvaluationPeriods")),
    datapointsToAlarm: Number(its("DatapointsToAlarm") ?? its("EvaluationPeriods")),
    threshold: Number(its("Threshold")),
    comparison,
    missingData,
  };
}

const ruleIn = (expression: unknown): AlarmRule => readAlarmRule(String(expression));

const document = new URL("../../docs/slo.md", import.meta.url);

/** `docs/slo.md` as it stands, and as the judge would have it. */
export function sloDocument(): { readonly written: string; readonly drawn: string } {
  const written = readFileSync(document, "utf8");
  const alarms = alarmsOnAnswers();
  const rows = scenarios.map((scenario) => {
    const rang = wentOff(alarms, scenario).map((one) => one.replace(/^(\S+)/, "`$1`"));
    return `| ${scenario.what} | ${scenario.traffic.named} | ${rang.length === 0 ? "inget" : rang.join("<br>")} |`;
  });
  const table = ["| vad som händer | beslut | larm |", "| --- | --- | --- |", ...rows].join("\n");
  return { written, drawn: drawn(written, { scenarios: table }) };
}

// `npm run generate` writes it; its test only compares.
if (import.meta.main)
  await runTool(() => {
    takesNothing(process.argv.slice(2), "node test/infra/slo-scenarios.ts: draws the table of docs/slo.md.");
    writeFileSync(document, sloDocument().drawn);
    return Promise.resolve(0);
  });
