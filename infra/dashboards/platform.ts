import { valuesOf } from "@hemvist/runtime/metrics";
import { Duration } from "aws-cdk-lib";
import { declared, ofApi, ofFunction, ofTable } from "../constructs/alarm-metrics.ts";
import { apiName } from "../constructs/handoff-api.ts";
import type { Graph, Line, OperationsDashboard, Row, Shown } from "./dashboard.ts";
import { graph, sums } from "./graph.ts";
import { byFunction, byValue, type MetricBy } from "./lines.ts";
import { runbookLink } from "./runbook-link.ts";
import { labelOf } from "./swedish.ts";

/** How the functions, the API, the table and the stream fare. */
export const platformDashboard = (shown: Shown): OperationsDashboard => ({
  name: "plattform",
  shows: Duration.hours(12),
  rows: [
    [{ kind: "text", height: 6, markdown: about(shown) }],
    [
      ofFunctions("Fel", "per 5 minuter", "Errors"),
      ofFunctions("Väntan på en ledig körning", "per 5 minuter", "Throttles"),
      ofFunctions("Samtidiga körningar", "som mest", "ConcurrentExecutions"),
      ofFunctions("Tid per körning", "millisekunder, som mest", "Duration"),
    ],
    api,
    [stream, table(shown), room, counted("Lagrade beslut som inte gick att läsa", "RecordsUnreadable")],
    [
      counted("Meddelanden som kommer igen", "MessagesFailed"),
      counted("Meddelanden som hemvist har gett upp", "MessagesGivenUp"),
      counted("Oläsliga meddelanden, lagda åt sidan", "MessagesSetAside"),
      counted("Köer som inte tog emot", "QueuesRefused"),
    ],
    [
      handOff,
      counted("Läsningar som inte kunde loggas", "AccessesNotLogged"),
      operators,
      refusedCallers(shown),
    ],
  ],
});

const about = (shown: Shown): string => `# Plattform
Sidan visar AWS-tjänsterna under hemvist: funktionerna, API:et, tabellen och strömmen.

**Normalt (våra tal):** Inga fel, ingen väntan och inga svar 5xx. Enstaka svar 4xx hör till, när ett system skickar något som inte går att ta emot. Strömmen ligger några sekunder efter. Uppföljningen går en gång i timmen, så strömmen har aldrig varit stilla en hel timme.

**Om en funktion felar eller väntar:** läs ${runbookLink(shown, "function-errors")}. **Om strömmen släpar efter eller står still:** läs ${runbookLink(shown, "stream-behind")}. **Om läsningar inte kunde loggas:** läs ${runbookLink(shown, "access-log")}.`;

const functions = [
  "receive-decision",
  "hand-off",
  "record-progress",
  "follow-up",
  "read-case",
  "report",
  "operate",
] as const;

const ofFunctions = (
  title: string,
  unit: string,
  metricName: "Errors" | "Throttles" | "ConcurrentExecutions" | "Duration",
): Graph => {
  const statistic = metricName === "Errors" || metricName === "Throttles" ? "Sum" : "Maximum";
  return graph({
    title,
    unit,
    lines: functions.map((name) => ({
      label: labelOf(name),
      metric: ofFunction(name, { metricName, statistic }),
    })),
  });
};

const fiveMinutes = Duration.minutes(5);

const api: Row = [
  graph({
    title: "Anrop till API:et",
    unit: "per 5 minuter",
    lines: [
      { label: "alla", metric: ofApi(apiName, { metricName: "Count", statistic: "Sum" }) },
      { label: "svar 4xx", metric: ofApi(apiName, { metricName: "4XXError", statistic: "Sum" }) },
      { label: "svar 5xx", metric: ofApi(apiName, { metricName: "5XXError", statistic: "Sum" }) },
    ],
  }),
  graph({
    title: "API:ets svarstid",
    unit: "millisekunder",
    lines: [
      {
        label: "hälften är snabbare än",
        metric: ofApi(apiName, { metricName: "Latency", statistic: "p50" }),
      },
      {
        label: "99 av 100 är snabbare än",
        metric: ofApi(apiName, { metricName: "Latency", statistic: "p99" }),
      },
    ],
  }),
];

const stream = graph({
  title: "Strömmen: hur gammal den äldsta posten var",
  unit: "millisekunder",
  lines: [
    { label: "ålder", metric: ofFunction("hand-off", { metricName: "IteratorAge", statistic: "Maximum" }) },
  ],
});

const table = ({ table: name }: Shown): Graph =>
  graph({
    title: "Tabellen",
    unit: "enheter per 5 minuter",
    lines: [
      { label: "skrivna", metric: ofTable(name, "ConsumedWriteCapacityUnits") },
      { label: "lästa", metric: ofTable(name, "ConsumedReadCapacityUnits") },
    ],
  });

/** A line for each function that counts it. */
const counted = (title: string, name: MetricBy<"service">): Graph =>
  sums({ title, unit: "per 5 minuter", lines: byFunction(name, { statistic: "Sum", period: fiveMinutes }) });

const room = graph({
  title: "Det största beslutets andel av utrymmet",
  unit: "procent",
  to: 100,
  levels: [{ label: "larm", value: 40 }],
  lines: byFunction("DecisionRoomPercent", { statistic: "Maximum", period: Duration.hours(1) }),
});

const ofHandOff = (label: string, name: MetricBy<"service">): Line => ({
  label,
  metric: declared(name, { service: "hand-off" }, { statistic: "Sum", period: fiveMinutes }),
});

const handOff = graph({
  title: "Överlämningen",
  unit: "per 5 minuter",
  lines: [
    ofHandOff("skickade meddelanden", "MessagesHandedOff"),
    ofHandOff("körningar som inte skickade allt", "HandOffsIncomplete"),
    ofHandOff("poster lagda åt sidan", "RecordsSetAside"),
    ofHandOff("skickade men inte antecknade", "SentMessagesNotKept"),
  ],
});

const operators = counted("Driftens kommandon som inte gick att utföra", "OperatorsUnanswered");

const refusedCallers = ({ municipality }: Shown): Graph =>
  sums({
    title: "Anrop som inte släpptes in, efter skäl",
    unit: "per 5 minuter",
    lines: byValue(valuesOf("problem", municipality), (problem) =>
      declared("CallersRefused", { problem }, { statistic: "Sum", period: fiveMinutes }),
    ),
  });
