import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { Construct } from "constructs";
import { CustomerKey } from "./customer-key.ts";

export interface AlarmTopicProps {
  readonly alarmEmail?: string;
}

/** Where every alarm is told. Sealed with its own key, which CloudWatch may use to write. */
export class AlarmTopic extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { alarmEmail }: AlarmTopicProps) {
    super(scope, id);
    const key = new CustomerKey(this, "Key", { description: "hemvist: alarms on their way" });
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
        actions: ["kms:Decrypt", "kms:GenerateDataKey"],
        resources: ["*"],
      }),
    );
    this.topic = new Topic(this, "Topic", { displayName: "hemvist", masterKey: key, enforceSSL: true });
    if (alarmEmail !== undefined) this.topic.addSubscription(new EmailSubscription(alarmEmail));
  }
}
