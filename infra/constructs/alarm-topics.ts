import { Stack } from "aws-cdk-lib";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { type ITopic, Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { Construct } from "constructs";
import { CustomerKey } from "./customer-key.ts";

export interface AlarmTopicsProps {
  /** An address that rings the person on duty. */
  readonly alarmEmail?: string;
  /** A mailbox that is read on working days. */
  readonly noticeEmail?: string;
  /** The addresses of the parties' own people, by the party's code. */
  readonly contacts: ReadonlyMap<string, string>;
}

/** The topic of alarms that ring. */
export const rings = "hemvist-alarms";

/** The topic of what can wait. It sends mails, and no telephone rings. */
export const mails = "hemvist-notices";

/** The topic of what is about a party's own silence. */
export const partyTopic = (party: string): string => `hemvist-notices-${party}`;

const cloudWatch = new ServicePrincipal("cloudwatch.amazonaws.com");

/**
 * Every alarm goes to one of these topics. They have a key of their own, and CloudWatch may use the key.
 *
 * A topic's policy replaces the one that AWS gives a topic without a policy. The demand for TLS is such a policy, and
 * with it alone CloudWatch may not publish. So the policy also lets the alarms of this account and region publish.
 *
 * AWS's own accelerator binds the key to the account for alarms in the same way (`grantCloudWatchAlarmsTopicAccess` at
 * https://aws.github.io/modern-data-architecture-accelerator). It says that a rule of EventBridge does not send the
 * account to KMS: a rule may publish here only without that condition.
 */
export class AlarmTopics extends Construct {
  constructor(scope: Construct, id: string, { alarmEmail, noticeEmail, contacts }: AlarmTopicsProps) {
    super(scope, id);
    const key = new CustomerKey(this, "Key", {
      description: "hemvist: alarms on their way",
      usedBy: [],
    });
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [cloudWatch],
        actions: ["kms:Decrypt", "kms:GenerateDataKey"],
        resources: ["*"],
        conditions: { StringEquals: { "aws:SourceAccount": Stack.of(this).account } },
      }),
    );
    this.#topic("Topic", { name: rings, key, address: alarmEmail });
    this.#topic("Notices", { name: mails, key, address: noticeEmail });
    for (const [party, address] of contacts) this.#topic(party, { name: partyTopic(party), key, address });
  }

  #topic(id: string, { name, key, address }: Addressed): void {
    const { account, region, partition } = Stack.of(this);
    const topic = new Topic(this, id, {
      topicName: name,
      displayName: "hemvist",
      masterKey: key,
      enforceSSL: true,
    });
    topic.addToResourcePolicy(
      new PolicyStatement({
        sid: "AlarmsOfThisAccountPublish",
        principals: [cloudWatch],
        actions: ["sns:Publish"],
        resources: [topic.topicArn],
        conditions: {
          StringEquals: { "aws:SourceAccount": account },
          ArnLike: { "aws:SourceArn": `arn:${partition}:cloudwatch:${region}:${account}:alarm:hemvist-*` },
        },
      }),
    );
    if (address !== undefined) topic.addSubscription(new EmailSubscription(address));
  }
}

interface Addressed {
  readonly name: string;
  readonly key: CustomerKey;
  readonly address: string | undefined;
}

/** A topic by its name, for the alarms of any stack: nothing is imported, and the topic may come later. */
export const topicNamed = (scope: Construct, name: string): ITopic => {
  const { account, region, partition } = Stack.of(scope);
  return Topic.fromTopicArn(scope, `${name}-by-name`, `arn:${partition}:sns:${region}:${account}:${name}`);
};
