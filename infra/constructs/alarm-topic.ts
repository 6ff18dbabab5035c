import { Stack } from "aws-cdk-lib";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { type ITopic, Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { Construct } from "constructs";
import { CustomerKey } from "./customer-key.ts";

export interface AlarmTopicProps {
  readonly alarmEmail?: string;
}

const topicName = "hemvist-alarms";

const cloudWatch = new ServicePrincipal("cloudwatch.amazonaws.com");

/**
 * Every alarm goes to this topic. It has its own key, and CloudWatch may use the key.
 *
 * A topic's policy replaces the one that AWS gives a topic without a policy. The demand for TLS is such a policy, and
 * with it alone CloudWatch may not publish. So the policy also lets the alarms of this account and region publish.
 *
 * AWS's own accelerator binds the key to the account for alarms in the same way (`grantCloudWatchAlarmsTopicAccess` at
 * https://aws.github.io/modern-data-architecture-accelerator). It says that a rule of EventBridge does not send the
 * account to KMS: a rule may publish here only without that condition.
 */
export class AlarmTopic extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { alarmEmail }: AlarmTopicProps) {
    super(scope, id);
    const { account, region, partition } = Stack.of(this);
    const key = new CustomerKey(this, "Key", {
      description: "hemvist: alarms on their way",
      usedBy: [],
    });
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [cloudWatch],
        actions: ["kms:Decrypt", "kms:GenerateDataKey"],
        resources: ["*"],
        conditions: { StringEquals: { "aws:SourceAccount": account } },
      }),
    );
    this.topic = new Topic(this, "Topic", {
      topicName,
      displayName: "hemvist",
      masterKey: key,
      enforceSSL: true,
    });
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        sid: "AlarmsOfThisAccountPublish",
        principals: [cloudWatch],
        actions: ["sns:Publish"],
        resources: [this.topic.topicArn],
        conditions: {
          StringEquals: { "aws:SourceAccount": account },
          ArnLike: { "aws:SourceArn": `arn:${partition}:cloudwatch:${region}:${account}:alarm:hemvist-*` },
        },
      }),
    );
    if (alarmEmail !== undefined) this.topic.addSubscription(new EmailSubscription(alarmEmail));
  }
}

/** The same topic, by its name, for an alarm of another stack: nothing is imported, and the topic may come later. */
export const alarmTopicOf = (scope: Construct, id: string): ITopic => {
  const { account, region, partition } = Stack.of(scope);
  return Topic.fromTopicArn(scope, id, `arn:${partition}:sns:${region}:${account}:${topicName}`);
};
