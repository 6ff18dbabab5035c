import { Duration, Stack, TimeZone } from "aws-cdk-lib";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
  ContextAttribute,
  type CronOptionsWithTimezone,
  type IScheduleTarget,
  Schedule,
  ScheduleExpression,
  ScheduleTargetInput,
} from "aws-cdk-lib/aws-scheduler";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { allow, maySend } from "../permissions.ts";
import type { ServiceFunction } from "./service-function.ts";

export interface StockholmScheduleProps {
  readonly name: string;
  readonly purpose: string;
  readonly cron: Omit<CronOptionsWithTimezone, "timeZone">;
  readonly runs: ServiceFunction;
  /** Where a run that never started is set aside. */
  readonly deadLetters: Queue;
}

/**
 * Runs a function by the clock of Stockholm, and tells it what time it is meant to be: the function has no
 * clock of its own, so that a late or repeated run does what the one on time would have done.
 */
export class StockholmSchedule extends Construct {
  constructor(scope: Construct, id: string, props: StockholmScheduleProps) {
    super(scope, id);
    new Schedule(this, "Schedule", {
      scheduleName: props.name,
      description: props.purpose,
      schedule: ScheduleExpression.cron({ ...props.cron, timeZone: TimeZone.of("Europe/Stockholm") }),
      target: this.targetOf(props),
    });
  }

  /** The CDK's own target lets the role run every version and alias; this one runs what has passed its check. */
  private targetOf({ runs, deadLetters }: StockholmScheduleProps): IScheduleTarget {
    const role = new Role(this, "Role", {
      assumedBy: new ServicePrincipal("scheduler.amazonaws.com", {
        conditions: { StringEquals: { "aws:SourceAccount": Stack.of(this).account } },
      }),
      description: `Starts ${runs.node.id} on schedule`,
    });
    allow(role, ["lambda:InvokeFunction"], runs.live.functionArn);
    maySend(role, [deadLetters]);
    return {
      bind: () => ({
        arn: runs.live.functionArn,
        role,
        input: ScheduleTargetInput.fromObject({ scheduledTime: ContextAttribute.scheduledTime }),
        retryPolicy: {
          maximumEventAgeInSeconds: Duration.hours(1).toSeconds(),
          maximumRetryAttempts: 5,
        },
        deadLetterConfig: { arn: deadLetters.queueArn },
      }),
    };
  }
}
