import { type Parties, partiesOf } from "@hemvist/rules";
import { type App, Tags } from "aws-cdk-lib";
import { fewWorkingDays } from "./alarms/calendar-alarms.ts";
import { letterAlarms } from "./alarms/letter-alarms.ts";
import { administrationsSilent, partiesReadNothing } from "./alarms/party-alarms.ts";
import { queueAlarms } from "./alarms/queue-alarms.ts";
import type { Settings } from "./settings.ts";
import { AlarmsStack } from "./stacks/alarms-stack.ts";
import { HandoffStack } from "./stacks/handoff-stack.ts";
import { IdentityStack } from "./stacks/identity-stack.ts";
import { OperationsStack } from "./stacks/operations-stack.ts";
import { RecordsStack } from "./stacks/records-stack.ts";

/** The whole system in one app: what must never be lost, what moves, and the alarms. */
export const addHemvist = (
  app: App,
  settings: Settings,
  parties: Parties = partiesOf(settings.municipality),
) => {
  const common = {
    settings,
    env: { account: settings.account, region: settings.region },
    terminationProtection: settings.deletionProtection,
    // CloudFormation takes a template of a million bytes, and indentation is most of one with many parties.
    suppressTemplateIndentation: true,
  };
  const records = new RecordsStack(app, "hemvist-records", {
    ...common,
    description: "hemvist: the decisions and the keys to them",
  });
  const identity =
    settings.issuer === undefined
      ? new IdentityStack(app, "hemvist-identity", {
          ...common,
          parties,
          description: "hemvist: the clients of the parties",
        })
      : { issuer: settings.issuer };
  const handoff = new HandoffStack(app, "hemvist-handoff", {
    ...common,
    parties,
    records,
    issuer: identity.issuer,
    description: "hemvist: queues, functions and the API",
  });
  const queues = new AlarmsStack(app, "hemvist-queue-alarms", {
    ...common,
    explained: [...queueAlarms(parties), ...administrationsSilent(parties), fewWorkingDays],
    composed: partiesReadNothing(parties),
    description: "hemvist: alarms on queues and parties",
  });
  const letters = new AlarmsStack(app, "hemvist-letter-alarms", {
    ...common,
    explained: letterAlarms(parties),
    description: "hemvist: alarms on dead letters",
  });
  const operations = new OperationsStack(app, "hemvist-operations", {
    ...common,
    parties,
    description: "hemvist: alarms on functions and causes",
  });
  for (const stack of [handoff, queues, letters]) operations.addStackDependency(stack);

  Tags.of(app).add("hemvist:stage", settings.stage);
  Tags.of(app).add("hemvist:municipality", settings.municipality.code);
  Tags.of(records).add("hemvist:retention", settings.municipality.retention);
  return {
    records,
    ...(identity instanceof IdentityStack ? { identity } : {}),
    handoff,
    queues,
    letters,
    operations,
  };
};
