import { Duration } from "aws-cdk-lib";
import { sloAlarmNames } from "../alarms/slo-alarms.ts";
import { target } from "../alarms/slos.ts";
import { declared, messagesIn, ofFunction, runsOf } from "../constructs/alarm-metrics.ts";
import { missedReports, missedRuns } from "../queue-names.ts";
import type { Graph, Line, OperationsDashboard, Shown } from "./dashboard.ts";
import { graph, sums } from "./graph.ts";
import { byValue, type How, type MetricBy } from "./lines.ts";
import { runbookLink } from "./runbook-link.ts";

/** Whether hemvist watches what it must, and which of the law's and the model's times run out. */
export const followUpDashboard = (shown: Shown): OperationsDashboard => ({
  name: "uppfoljning",
  shows: Duration.days(28),
  rows: [
    [{ kind: "text", height: 8, markdown: about(shown) }],
    [
      notices("Lagens tre månader (34 kap. 1 § SoL)", ["delay-near", "delay-passed", "never-carried-out"]),
      notices("Styrmodellens tre år", ["horizon-near", "horizon-passed"]),
      notices("Beslutet och arbetsplanen", ["work-plan-review", "decision-ending", "gap-ahead"]),
    ],
    [
      notices("Utföraren har inte svarat", [
        "not-acknowledged",
        "not-answered",
        "not-started",
        "no-news",
        "not-resumed",
        "not-ended",
      ]),
      notices("Socialförvaltningen har inte svarat", [
        "proposal-unanswered",
        "revision-expected",
        "correction-expected",
      ]),
    ],
    [inTime, late, runs, told],
    [review, reports, missed, calendar],
    [{ kind: "alarms", title: "Löftet om uppföljning", alarms: sloAlarmNames("followed-up") }],
  ],
});

const about = (shown: Shown): string => `# Uppföljning och lagens klockor
Sidan visar de påminnelser och underrättelser som hemvist har skickat, efter vad som har väntat för länge. Alla tal gäller hela staden.

**Lagens klockor:** Ett gynnande beslut enligt 11 kap. 1 § eller 12 kap. 1 § SoL som inte har verkställts inom tre månader ska rapporteras varje kvartal (34 kap. 1–3 §§). Tre månader är när det ska rapporteras, inte hur länge beslutet får vänta. **Styrmodellens klockor:** Efter tre år prövar socialförvaltningen om beslutet ska vara 12:4 eller 12:1. SoB ser över modellen varje år. Alla andra tider är hemvists egna.

**Normalt (våra tal):** Uppföljningen går en gång i timmen, alla dygn. Underrättelser skickas bara på kontorstid. Minst 99,9 procent följs upp inom en timme. Översynen är inte försenad, och inga körningar har missats.

**Om körningarna uteblir:** läs ${runbookLink(shown, "follow-up-silent")}. **Om rapporterna uteblir:** läs ${runbookLink(shown, "reports")}. **Om översynen är försenad:** läs ${runbookLink(shown, "model-review")}.`;

const daily: How = { statistic: "Sum", period: Duration.days(1) };

const notices = (title: string, kinds: readonly string[]): Graph =>
  sums({
    title,
    unit: "per dygn",
    lines: byValue(kinds, (kind) => declared("NoticesGiven", { kind }, daily)),
  });

const followUp = { service: "follow-up" } as const;

const largest = (name: MetricBy<"service">): Line["metric"] =>
  declared(name, followUp, { statistic: "Maximum", period: Duration.hours(1) });

const inTime = graph({
  title: "Uppföljningar inom en timme",
  unit: "procent",
  from: 95,
  to: 100,
  levels: [{ label: "löftet", value: target }],
  lines: [
    {
      label: "i tid",
      metric: declared("FollowedUpInTime", followUp, { statistic: "Average", period: Duration.days(1) }),
    },
  ],
});

const late = graph({
  title: "Den äldsta uppföljningen som är sen",
  unit: "kontorstimmar",
  lines: [{ label: "sen", metric: largest("FollowUpHoursLate") }],
});

const runs = graph({
  title: "Uppföljningens körningar",
  unit: "per timme",
  lines: [{ label: "körningar", metric: runsOf("follow-up", Duration.hours(1)) }],
  levels: [{ label: "schemat", value: 1 }],
});

const told = graph({
  title: "Beslut vars uppföljning ledde till en påminnelse eller underrättelse",
  unit: "per dygn",
  lines: [{ label: "beslut", metric: declared("FollowUpsTold", followUp, daily) }],
});

const review = graph({
  title: "Styrmodellens översyn",
  unit: "dagar och påminnelser",
  lines: [
    {
      label: "dagar försenad",
      metric: largest("ModelReviewOverdueDays"),
    },
    {
      label: "påminnelser",
      metric: largest("ModelReviewReminders"),
    },
  ],
});

const reports = graph({
  title: "Rapporter till staden",
  unit: "per dygn",
  lines: [
    { label: "utfärdade", metric: declared("ReportsIssued", { service: "report" }, daily) },
    { label: "körningar", metric: runsOf("report", Duration.days(1)) },
    { label: "fel", metric: ofFunction("report", { metricName: "Errors", ...daily, statistic: "Sum" }) },
  ],
});

const missed = graph({
  title: "Körningar som inte blev av",
  unit: "körningar",
  lines: [
    { label: "uppföljning", metric: messagesIn(missedRuns) },
    { label: "rapporter", metric: messagesIn(missedReports) },
  ],
});

/** Alarms wait by it. */
const calendar = graph({
  title: "Kalendern: larm som kan vänta väntar",
  unit: "1 är ja",
  to: 1,
  lines: [
    { label: "utanför kontorstid", metric: largest("OutsideOfficeHours") },
    { label: "få arbetsdagar på tre dygn", metric: largest("FewWorkingDays") },
  ],
});
