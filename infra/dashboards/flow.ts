import { valuesOf } from "@hemvist/runtime/metrics";
import { Duration } from "aws-cdk-lib";
import { sloAlarmNames } from "../alarms/slo-alarms.ts";
import { slos, target } from "../alarms/slos.ts";
import { declared } from "../constructs/alarm-metrics.ts";
import type { Graph, Line, OperationsDashboard, Row, Shown } from "./dashboard.ts";
import { graph, sums } from "./graph.ts";
import { byAdministration, byFunction, byValue, type How, type MetricBy } from "./lines.ts";
import { runbookLink } from "./runbook-link.ts";

/** Whether decisions come in, are judged, become assignments and get on; and whether that goes as fast as promised. */
export const flowDashboard = (shown: Shown): OperationsDashboard => ({
  name: "flode",
  shows: Duration.days(1),
  rows: [
    [{ kind: "text", height: 7, markdown: about(shown) }],
    [promised, broken, silence(shown)],
    [{ kind: "alarms", title: "Löftenas larm", alarms: slos.flatMap(({ name }) => sloAlarmNames(name)) }],
    ...steps(shown),
    times(shown),
    whatStopped(shown),
  ],
});

const about = (shown: Shown): string => `# Flöde
Sidan visar beslutens väg: från socialförvaltningen, genom prövningen, till utföraren och fram till att insatsen är slut. En stapel är summan av alla socialförvaltningar.

**Normalt (våra tal):** På arbetsdagar mellan 8 och 17 kommer beslut varje timme från varje socialförvaltning. På nätter och helger kommer få eller inga. De flesta beslut följer styrmodellen. De uppdrag som lämnas över är lika många som de som har kommit till. Löftena hålls till minst 99,9 procent över 30 dagar.

**Om besluten uteblir** en vanlig arbetsdag: läs ${runbookLink(shown, "queue-old")}. **Om uppdrag inte lämnas över:** läs ${runbookLink(shown, "stream-behind")}. **Om ett löfte bryts:** läs ${runbookLink(shown, "slo")}.`;

const hourly: How = { statistic: "Sum", period: Duration.hours(1) };

const promises = {
  answered: "Besvarade inom 2 sekunder",
  "handed-on": "Överlämnade inom 1 minut",
  "followed-up": "Uppföljda inom 1 timme",
} as const;

const promised = graph({
  title: "Löften som har hållits, timme för timme",
  unit: "procent",
  from: 95,
  to: 100,
  levels: [{ label: "löftet", value: target }],
  lines: slos.map((slo) => ({
    label: promises[slo.name],
    metric: declared(
      slo.metricName,
      { service: slo.service },
      { statistic: "Average", period: Duration.hours(1) },
    ),
  })),
});

const broken = sums({
  title: "Löften som har brutits",
  unit: "per timme",
  lines: byFunction("PromisesBroken", hourly),
});

/** An alarm goes off above this level: `HoursWithoutDecision` in infra/alarms. */
const twoWorkingDays = 18;

const silence = (shown: Shown): Graph =>
  graph({
    title: "Kontorstimmar sedan det senaste beslutet",
    unit: "timmar",
    lines: byAdministration(shown, "HoursWithoutDecision", { ...hourly, statistic: "Maximum" }),
    levels: [{ label: "två arbetsdagar", value: twoWorkingDays }],
  });

function steps(shown: Shown): readonly Row[] {
  const step = (title: string, name: MetricBy<"administration">): Graph =>
    sums({ title, unit: "per timme", lines: byAdministration(shown, name, hourly) });
  return [
    [
      step("1. Beslut som har kommit in", "DecisionsReceived"),
      step("2. Beslut som har prövats", "DecisionsJudged"),
      step("3a. Beslut som följer styrmodellen", "DecisionsAssigned"),
      step("3b. Beslut som har lämnats tillbaka", "DecisionsReturned"),
    ],
    [
      step("4. Uppdrag som har kommit till", "AssignmentsRequested"),
      step("5. Uppdrag som har lämnats över", "AssignmentsHandedOn"),
      step("6. Uppdrag som utföraren har kvitterat", "AssignmentsAcknowledged"),
      step("7. Uppdrag som utföraren har tackat ja till", "AssignmentsAccepted"),
    ],
    [
      step("8. Insatser som har börjat", "AssignmentsBegun"),
      step("9. Uppdrag som är slut", "AssignmentsEnded"),
      sums({
        title: "9. Uppdrag som är slut, efter utfall",
        unit: "per dygn",
        lines: byValue(valuesOf("status", shown.municipality), (status) =>
          declared("AssignmentsEnded", { status }, { statistic: "Sum", period: Duration.days(1) }),
        ),
      }),
    ],
  ];
}

const answerTime = (statistic: "p50" | "p99", label: string): Line => ({
  label,
  metric: declared("TimeToAnswer", { service: "receive-decision" }, { statistic, period: Duration.hours(1) }),
});

const times = (shown: Shown): Row => [
  graph({
    title: "Tid till svar på ett beslut",
    unit: "millisekunder",
    lines: [answerTime("p50", "hälften är snabbare än"), answerTime("p99", "99 av 100 är snabbare än")],
    levels: [{ label: "löftet", value: 2000 }],
  }),
  graph({
    title: "Tid tills uppdraget är överlämnat: 90 av 100 är snabbare än",
    unit: "sekunder",
    lines: byAdministration(shown, "TimeToHandOn", { statistic: "p90", period: Duration.hours(1) }),
    levels: [{ label: "löftet", value: 60 }],
  }),
];

const daily: How = { statistic: "Sum", period: Duration.days(1) };

/** A rule and a reason have codes, by which the documentation and the log name them. */
const whatStopped = ({ municipality }: Shown): Row => [
  sums({
    title: "Brister i beslut, efter regel",
    unit: "per dygn",
    lines: byValue(valuesOf("rule", municipality), (rule) => declared("Findings", { rule }, daily)),
  }),
  sums({
    title: "Meddelanden som inte ändrade något, efter skäl",
    unit: "per dygn",
    lines: byValue(valuesOf("why", municipality), (why) => declared("Refusals", { why }, daily)),
  }),
];
