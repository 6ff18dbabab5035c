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
  /** The queue for a run that never started. */
  readonly deadLetters: Queue;
}

/**
 * Runs a function by the clock of Stockholm, and gives it the time that the run is for. The function has no clock of
 * its own. So a late or repeated run does what the run on time would have done.
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

  /**
   * The CDK's own target allows the role to run every version and alias. This one runs only the version that has passed
   * its check.
   */
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
