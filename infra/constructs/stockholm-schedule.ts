import { Duration, Stack, TimeZone } from "aws-cdk-lib";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { EventInvokeConfig } from "aws-cdk-lib/aws-lambda";
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
  /** The queue for a run that the schedule could not start, and for one that failed each time. */
  readonly deadLetters: Queue;
}

/**
 * Runs a function by the clock of Stockholm, and gives it the time that the run is for. The function has no clock of
 * its own. So a late or repeated run does what the run on time would have done.
 *
 * A schedule does not wait for the function. If a run fails, Lambda tries it twice more, and then puts it in the queue.
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
    this.keepFailed(props);
  }

  private keepFailed({ runs, deadLetters }: StockholmScheduleProps): void {
    const failures = new EventInvokeConfig(this, "Failures", {
      function: runs.lambda,
      qualifier: runs.live.aliasName,
      retryAttempts: 2,
      // The next run handles all that is due, so an older one is of no use.
      maxEventAge: Duration.hours(1),
      onFailure: { bind: () => ({ destination: deadLetters.queueArn }) },
    });
    failures.node.addDependency(runs.live);
    maySend(runs.role, [deadLetters]);
  }

  /**
   * The CDK's own target allows the role to run every version and alias. This one runs only the version that has passed
   * its check.
   */
  private targetOf({ name, runs, deadLetters }: StockholmScheduleProps): IScheduleTarget {
    const role = new Role(this, "Role", {
      // A key names it.
      roleName: `${name}-schedule`,
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
