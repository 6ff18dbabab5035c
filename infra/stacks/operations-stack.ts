import { Duration, Stack, type StackProps } from "aws-cdk-lib";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import type { Construct } from "constructs";
import { AlarmTopic } from "../constructs/alarm-topic.ts";
import { ExplainedAlarm } from "../constructs/explained-alarm.ts";
import { functionNameOf } from "../constructs/service-function.ts";
import { deadLetterQueues } from "../queue-names.ts";
import type { Settings } from "../settings.ts";

export interface OperationsStackProps extends StackProps {
  readonly settings: Settings;
}

const functions = ["receive-decision", "hand-off", "record-progress", "follow-up", "read-case"];

/** Who is told when something stops. It knows queues and functions by name, so it can be deployed on its own. */
export class OperationsStack extends Stack {
  constructor(scope: Construct, id: string, props: OperationsStackProps) {
    super(scope, id, props);
    const { topic } = new AlarmTopic(this, "Alarms", props.settings);

    for (const name of functions) this.#whenFailing(name, topic);
    for (const queueName of deadLetterQueues()) this.#whenSetAside(queueName, topic);
    this.#whenBehind(topic);
    this.#whenGivenUp(topic);
  }

  #whenFailing(name: string, tells: ITopic): void {
    new ExplainedAlarm(this, `${name}-errors`, {
      name: `${name}-errors`,
      metric: ofFunction("Errors", { name, statistic: "Sum" }),
      above: 0,
      evaluationPeriods: 1,
      whatHappened: `${name} ended in an error. What it was doing is tried again or set aside; nothing is lost yet.`,
      whatToDo: "Find the error by its request id in the function's log, and see whether it repeats.",
      runbook: "function-errors",
      tells,
    });
  }

  #whenSetAside(queueName: string, tells: ITopic): void {
    new ExplainedAlarm(this, `${queueName}-not-empty`, {
      name: `${queueName}-not-empty`,
      metric: new Metric({
        namespace: "AWS/SQS",
        metricName: "ApproximateNumberOfMessagesVisible",
        dimensionsMap: { QueueName: queueName },
        statistic: "Maximum",
        period: Duration.minutes(5),
      }),
      above: 0,
      evaluationPeriods: 1,
      whatHappened: `A message that nobody could handle lies in ${queueName}, and is erased after 14 days.`,
      whatToDo: "Find out why before it is sent again: an unreadable one goes back to its sender.",
      runbook: "dead-letters",
      tells,
    });
  }

  #whenBehind(tells: ITopic): void {
    new ExplainedAlarm(this, "hand-off-behind", {
      name: "hand-off-behind",
      metric: ofFunction("IteratorAge", { name: "hand-off", statistic: "Maximum" }),
      above: Duration.minutes(15).toMilliseconds(),
      evaluationPeriods: 2,
      whatHappened: "Stored decisions have waited more than 15 minutes to be handed on.",
      whatToDo: "See whether hand-off fails or SQS does; records are set aside after 12 hours.",
      runbook: "stream-behind",
      tells,
    });
  }

  #whenGivenUp(tells: ITopic): void {
    new ExplainedAlarm(this, "hand-off-lost-records", {
      name: "hand-off-lost-records",
      metric: ofFunction("DestinationDeliveryFailures", { name: "hand-off", statistic: "Sum" }),
      above: 0,
      evaluationPeriods: 1,
      whatHappened: "A record that could not be handed on could not be set aside in S3 either.",
      whatToDo: "Replay the window: the decisions themselves are intact in the table.",
      runbook: "stream-behind",
      tells,
    });
  }
}

const ofFunction = (
  metricName: string,
  of: { readonly name: string; readonly statistic: "Sum" | "Maximum" },
): Metric =>
  new Metric({
    namespace: "AWS/Lambda",
    metricName,
    dimensionsMap: { FunctionName: functionNameOf(of.name) },
    statistic: of.statistic,
    period: Duration.minutes(5),
  });
