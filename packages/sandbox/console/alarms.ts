import type { AlarmHistory, DeclaredAlarm } from "@hemvist/local";
import { instantOf } from "@hemvist/rules";
import type { AlarmShown } from "./shown.ts";

/** How many of an alarm's changes are shown. */
const mostChanges = 10;

/** An alarm of the templates, and whether it is on in this run. */
export function alarmShown({ alarm, state, changes }: AlarmHistory): AlarmShown {
  const last = changes.at(-1);
  return {
    name: alarm.name,
    state,
    ...(last === undefined ? {} : { since: instantOf(last.at) }),
    ...(last?.actedAt === undefined ? {} : { actedAt: instantOf(last.actedAt) }),
    ...textsOf(alarm),
    watches: watchedBy(alarm),
    changes: changes
      .slice(-mostChanges)
      .toReversed()
      .map((change) => ({ at: instantOf(change.at), state: change.state })),
  };
}

/** The description as infra/constructs/alarm-texts.ts writes it, and tags that say the same for programs. */
function textsOf({ description, tags }: DeclaredAlarm) {
  const [text = "", ...lines] = description.split("\n");
  const hurt = lines.find((line) => line.startsWith(hurtIs)) ?? "";
  return {
    text,
    hurt: hurt.slice(hurtIs.length),
    severity: severities.get(tags["hemvist:severity"] ?? "") ?? "okänt",
    owner: owners.get(tags["hemvist:owner"] ?? "") ?? "okänd",
    runbook: tags["hemvist:runbook"] ?? "",
  };
}

const hurtIs = "Hurt: ";

const severities: ReadonlyMap<string, string> = new Map([
  ["page", "ringer dygnet runt"],
  ["working-hours", "ringer på arbetstid"],
  ["notice", "mejlas"],
  ["signal", "skickas inte"],
]);

const owners: ReadonlyMap<string, string> = new Map([
  ["operations", "driften"],
  ["developers", "utvecklarna"],
  ["security", "säkerhet"],
  ["SoB secretary", "SoB:s sekreterare"],
]);

const signs: Readonly<Record<string, string>> = {
  GreaterThanThreshold: ">",
  GreaterThanOrEqualToThreshold: "≥",
  LessThanThreshold: "<",
  LessThanOrEqualToThreshold: "≤",
};

function watchedBy(alarm: DeclaredAlarm): string {
  if (alarm.kind === "composite") return alarm.rule.names.join(", ");
  const { metric, statistic, comparison, threshold, period, datapointsToAlarm, evaluationPeriods } = alarm;
  const where = Object.values(metric.dimensions).join(", ");
  const name = `${metric.name}${where === "" ? "" : ` (${where})`}`;
  const limit = `${signs[comparison] ?? comparison} ${threshold}`;
  return `${name}, ${statistic} ${limit}, ${datapointsToAlarm} av ${evaluationPeriods} perioder om ${period / 60} min`;
}
