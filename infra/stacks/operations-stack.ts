import type { Parties } from "@hemvist/rules";
import { Stack, type StackProps } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { breakGlassUsed, watchBreakGlass } from "../alarms/break-glass-used.ts";
import { functionAlarms } from "../alarms/function-alarms.ts";
import { handOffAlarms } from "../alarms/hand-off-alarms.ts";
import { queueAlarms } from "../alarms/queue-alarms.ts";
import { scheduleAlarms } from "../alarms/schedule-alarms.ts";
import { AlarmTopic } from "../constructs/alarm-topic.ts";
import { Dashboard } from "../constructs/dashboard.ts";
import { ExplainedAlarm } from "../constructs/explained-alarm.ts";
import type { Shown } from "../dashboards/dashboard.ts";
import { dashboards } from "../dashboards/dashboards.ts";
import type { Settings } from "../settings.ts";

export interface OperationsStackProps extends StackProps {
  readonly settings: Settings;
  readonly parties: Parties;
}

/**
 * The alarms. Each says what happened, what to do and which runbook has the rest.
 *
 * It imports nothing from the other stacks, so an alarm never blocks a change there. It is deployed after them: an
 * alarm on silence counts the self-checks that their deployment makes.
 */
export class OperationsStack extends Stack {
  constructor(scope: Construct, id: string, props: OperationsStackProps) {
    super(scope, id, props);
    const { topic: notifies } = new AlarmTopic(this, "Alarms", props.settings);
    watchBreakGlass(this);
    const alarms = [
      ...functionAlarms(),
      ...queueAlarms(props.parties),
      ...handOffAlarms,
      ...scheduleAlarms,
      breakGlassUsed,
    ];
    for (const alarm of alarms) new ExplainedAlarm(this, { ...alarm, notifies });
    for (const dashboard of dashboards(shownIn(props))) new Dashboard(this, dashboard, props.settings);
  }
}

const shownIn = ({ settings, parties }: OperationsStackProps): Shown => ({
  parties,
  municipality: settings.municipality,
  table: settings.decisionsTables.at(-1) ?? settings.decisionsTables[0],
  runbooksAt,
});

/** Where `publiccode.yml` says that the repository is. */
const runbooksAt = "https://hemvist.example/hemvist/blob/main/docs/runbooks";
