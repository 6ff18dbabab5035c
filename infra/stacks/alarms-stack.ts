import { Stack, type StackProps } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { type Alarms, makeAlarms } from "../alarms/make-alarms.ts";
import type { Settings } from "../settings.ts";

export interface AlarmsStackProps extends StackProps, Alarms {
  readonly settings: Settings;
}

/** Alarms that grow with the parties. They have stacks of their own, because a template takes 500 resources. */
export class AlarmsStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    { settings, explained, composed = [], ...props }: AlarmsStackProps,
  ) {
    super(scope, id, props);
    makeAlarms(this, settings, { explained, composed });
  }
}
