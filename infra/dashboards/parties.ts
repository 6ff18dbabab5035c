import { addresseesAmong } from "@hemvist/rules";
import { Duration } from "aws-cdk-lib";
import { declared, messagesIn, oldestIn } from "../constructs/alarm-metrics.ts";
import {
  deadLetterName,
  everyTraffic,
  physicalName,
  queueName,
  type Traffic,
  trafficOf,
} from "../queue-names.ts";
import type { Graph, Line, OperationsDashboard, Row, Shown } from "./dashboard.ts";
import { graph, sums } from "./graph.ts";
import { inGroups } from "./in-groups.ts";
import { byAdministration, byProvider, type MetricBy, medianDays } from "./lines.ts";
import { runbookLink } from "./runbook-link.ts";
import { nameOf } from "./swedish.ts";

/** Whether each party reads what hemvist sends it, and what hemvist makes of what each party sends. */
export const partiesDashboard = (shown: Shown): OperationsDashboard => ({
  name: "parter",
  shows: Duration.days(3),
  rows: [
    [{ kind: "text", height: 7, markdown: about(shown) }],
    ...everyTraffic.flatMap((traffic) => queuesOf(traffic, shown)),
    fromAdministrations(shown),
    ...inGroups(shown.parties.executors).flatMap((providers) => assignmentsOf(providers, shown)),
    ...inGroups(shown.parties.executors).map((providers) => fromProviders(providers, shown)),
    ...inGroups(shown.parties.executors).map((parties) => signatures(parties, shown)),
  ],
});

const about = (shown: Shown): string => `# Parter
Sidan visar varje parts köer: hur gammalt det äldsta meddelandet är, hur många meddelanden som väntar och hur många som ligger åt sidan. Under köerna står vad hemvist inte kunde ta emot.

**Normalt (våra tal):** En part läser sina meddelanden inom några minuter. Efter en helg kan det äldsta vara tre dygn gammalt. hemvist läser beslut och rapporter inom några sekunder. Inget ligger åt sidan. Enstaka meddelanden kommer igen, eftersom avsändaren får skicka om.

**Om det äldsta meddelandet blir en timme äldre varje timme** läser partens system inte kön. SQS raderar meddelandet efter 14 dygn. Läs ${runbookLink(shown, "queue-old")}. **Om något ligger åt sidan:** läs ${runbookLink(shown, "dead-letters")}.`;

const what: Readonly<Record<Traffic, string>> = {
  decisions: "Beslut till hemvist",
  progress: "Rapporter till hemvist",
  assignments: "Uppdrag till utföraren",
  inbox: "Svar och besked till parten",
};

function queuesOf(traffic: Traffic, { parties, municipality }: Shown): readonly Row[] {
  const concerned = addresseesAmong(parties).filter((party) => trafficOf(party, parties).includes(traffic));
  return inGroups(concerned).map((group): Row => {
    const lines = (metricOf: (queue: string) => Line["metric"]): readonly Line[] =>
      group.map((party) => ({
        label: nameOf(municipality, party),
        metric: metricOf(queueName({ traffic, party })),
      }));
    return [
      graph({
        title: `${what[traffic]}: det äldstas ålder`,
        unit: "sekunder",
        lines: lines((queue) => oldestIn(physicalName(queue))),
      }),
      graph({
        title: `${what[traffic]}: väntar`,
        unit: "meddelanden",
        lines: lines((queue) => messagesIn(physicalName(queue))),
      }),
      graph({
        title: `${what[traffic]}: åt sidan`,
        unit: "meddelanden",
        lines: lines((queue) => messagesIn(physicalName(deadLetterName(queue)))),
      }),
    ];
  });
}

const hourly = { statistic: "Sum", period: Duration.hours(1) } as const;

function fromAdministrations(shown: Shown): Row {
  const perHour = (title: string, name: MetricBy<"administration">): Graph =>
    sums({ title, unit: "per timme", lines: byAdministration(shown, name, hourly) });
  return [
    perHour("Beslut som inte går att läsa", "DecisionsUnreadable"),
    perHour("Beslut som har kommit igen", "DecisionsRepeated"),
    perHour("Beslut som krockar med ett lagrat", "DecisionsInConflict"),
    perHour("Beslut i en annan förvaltnings namn", "DecisionsNotTheirs"),
  ];
}

function assignmentsOf(providers: readonly string[], shown: Shown): readonly [Row, Row] {
  const perDay = (title: string, name: MetricBy<"provider">): Graph =>
    graph({
      title,
      unit: "per dygn",
      lines: byProvider(providers, shown, name, { statistic: "Sum", period: Duration.days(1) }),
    });
  const days = (title: string, name: MetricBy<"provider">): Graph =>
    graph({
      title,
      unit: "dagar, median per vecka",
      lines: providers.map((provider) =>
        medianDays(nameOf(shown.municipality, provider), (statistic) =>
          declared(name, { provider }, { statistic, period: Duration.days(7) }),
        ),
      ),
    });
  return [
    [
      perDay("Uppdrag som har lämnats över", "AssignmentsHandedOn"),
      perDay("Uppdrag som utföraren har kvitterat", "AssignmentsAcknowledged"),
      perDay("Uppdrag som utföraren har tackat ja till", "AssignmentsAccepted"),
      perDay("Insatser som har börjat", "AssignmentsBegun"),
    ],
    [
      days("Dagar till kvittens", "TimeToAcknowledge"),
      days("Dagar till utförarens ja", "TimeToAccept"),
      days("Dagar från ja till start", "TimeToBegin"),
    ],
  ];
}

function fromProviders(providers: readonly string[], shown: Shown): Row {
  const perHour = (title: string, name: MetricBy<"provider">): Graph =>
    sums({ title, unit: "per timme", lines: byProvider(providers, shown, name, hourly) });
  return [
    perHour("Rapporter som har lagrats", "ProgressRecorded"),
    perHour("Rapporter som inte går att läsa", "ProgressUnreadable"),
    perHour("Rapporter som har kommit igen", "ProgressRepeated"),
    perHour("Rapporter som inte ändrade något", "ProgressRefused"),
  ];
}

const signatures = (parties: readonly string[], { municipality }: Shown): Row => [
  sums({
    title: "Signaturer som saknas eller inte stämmer",
    unit: "per timme",
    lines: parties.map((party) => ({
      label: nameOf(municipality, party),
      metric: declared("SignaturesRefused", { party }, hourly),
    })),
  }),
];
