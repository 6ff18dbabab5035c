import type { Parties } from "@hemvist/rules";
import { Stack, type StackProps } from "aws-cdk-lib";
import { CfnQueryDefinition } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import { breakGlassUsed, watchBreakGlass } from "../alarms/break-glass-used.ts";
import { quietHours } from "../alarms/calendar-alarms.ts";
import { causesOf } from "../alarms/causes.ts";
import { functionAlarms } from "../alarms/function-alarms.ts";
import { handOffAlarms, setAsideByStream } from "../alarms/hand-off-alarms.ts";
import { makeAlarms } from "../alarms/make-alarms.ts";
import { queueAlarms } from "../alarms/queue-alarms.ts";
import { scheduleAlarms } from "../alarms/schedule-alarms.ts";
import { sloAlarms, sloSignals } from "../alarms/slo-alarms.ts";
import { AlarmTopics } from "../constructs/alarm-topics.ts";
import { Dashboard } from "../constructs/dashboard.ts";
import { functionNameOf } from "../constructs/service-function.ts";
import type { Shown } from "../dashboards/dashboard.ts";
import { dashboards } from "../dashboards/dashboards.ts";
import { contactsIn } from "../partners.ts";
import { type SavedQuery, savedQueriesFor } from "../queries/saved-queries.ts";
import type { Settings } from "../settings.ts";

export interface OperationsStackProps extends StackProps {
  readonly settings: Settings;
  readonly parties: Parties;
}

/**
 * The alarms on functions, schedules, causes and promises, the topics that all alarms go to, and the dashboards.
 *
 * It imports nothing from the other stacks, so an alarm never blocks a change there. It is deployed after them: an
 * alarm on silence counts the self-checks that their deployment makes, and a cause names alarms of every stack.
 */
export class OperationsStack extends Stack {
  constructor(scope: Construct, id: string, { settings, parties, ...props }: OperationsStackProps) {
    super(scope, id, props);
    new AlarmTopics(this, "Alarms", { ...settings, contacts: contactsIn(settings.partners) });
    watchBreakGlass(this);
    const explained = [...functionAlarms(), ...handOffAlarms, ...scheduleAlarms, breakGlassUsed, quietHours];
    const elsewhere = [...queueAlarms(parties), setAsideByStream("in hemvist-handoff")];
    makeAlarms(this, settings, {
      explained: [...explained, ...sloSignals()],
      composed: [...causesOf([...explained, ...elsewhere]), ...sloAlarms()],
    });
    const [administration = ""] = parties.administrations;
    for (const query of savedQueriesFor(administration)) saved(this, query);
    for (const dashboard of dashboards(shownIn(settings, parties))) new Dashboard(this, dashboard, settings);
  }
}

/** In the console, in the folder `hemvist`. docs/log-queries.md says which question each answers. */
const saved = (scope: Construct, query: SavedQuery): CfnQueryDefinition =>
  new CfnQueryDefinition(scope, `Query ${query.name}`, {
    name: `hemvist/${query.name}`,
    queryString: query.query,
    logGroupNames: query.functions.map((name) => `/aws/lambda/${functionNameOf(name)}`),
  });

const shownIn = ({ municipality, decisionsTables, runbooksAt }: Settings, parties: Parties): Shown => ({
  parties,
  municipality,
  table: decisionsTables.at(-1) ?? decisionsTables[0],
  runbooksAt,
});
