import { CfnOutput, Stack } from "aws-cdk-lib";
import { ManagedPolicy, PolicyStatement } from "aws-cdk-lib/aws-iam";
import { Construct } from "constructs";
import { mayMeasure, mayReadObjects, mayReadTags } from "../permissions.ts";
import { everyDeadLetterQueue, everyQueueOf, everyTraffic } from "../queue-names.ts";
import type { RecordsStack } from "../stacks/records-stack.ts";
import type { OperateFunction } from "./operate-function.ts";

export interface OperatorAccessProps {
  readonly records: RecordsStack;
  readonly operate: OperateFunction;
}

/**
 * The policies for people, to attach to their roles. An operator reaches the function that acts for operators, and
 * nothing that holds a person: no table, no key, no queue's messages, no other function.
 */
export class OperatorAccess extends Construct {
  constructor(scope: Construct, id: string, { records, operate }: OperatorAccessProps) {
    super(scope, id);
    operate.admit(
      this.#policy("Operate", {
        name: "hemvist-operations",
        description: "hemvist ops: every command, through the function that keeps the journal",
      }),
    );
    this.#watching();
    this.#auditing(records);
  }

  /** Sees alarms, metrics, how many messages a queue holds, and whom to call about it. */
  #watching(): void {
    const policy = this.#policy("Watch", {
      name: "hemvist-operations-watch",
      description: "hemvist: alarms, metrics and the depths of queues",
    });
    const queues = [...everyTraffic.map(everyQueueOf), ...everyDeadLetterQueue];
    mayMeasure(policy, queues);
    mayReadTags(policy, queues);
    const { account, region, partition } = Stack.of(this);
    policy.addStatements(
      new PolicyStatement({
        actions: ["cloudwatch:DescribeAlarms", "cloudwatch:DescribeAlarmHistory"],
        resources: [`arn:${partition}:cloudwatch:${region}:${account}:alarm:*`],
      }),
      // IAM knows no resource for these two.
      new PolicyStatement({
        actions: ["cloudwatch:GetMetricData", "cloudwatch:ListMetrics"],
        resources: ["*"],
      }),
    );
  }

  #auditing({ journal }: RecordsStack): void {
    const policy = this.#policy("Audit", {
      name: "hemvist-operations-audit",
      description: "hemvist: reads what operations staff did, and nothing else",
    });
    mayReadObjects(policy, journal);
  }

  #policy(id: string, { name, description }: { readonly name: string; readonly description: string }) {
    const policy = new ManagedPolicy(this, id, { managedPolicyName: name, description });
    new CfnOutput(this, `${id}Policy`, { value: policy.managedPolicyArn, description });
    return policy;
  }
}
