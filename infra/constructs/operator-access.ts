import { CfnOutput, Validations } from "aws-cdk-lib";
import { ManagedPolicy, PolicyStatement } from "aws-cdk-lib/aws-iam";
import { Construct } from "constructs";
import { mayMeasure, mayReadObjects } from "../permissions.ts";
import { everyDeadLetterQueue, everyQueueOf, everyTraffic } from "../queue-names.ts";
import type { RecordsStack } from "../stacks/records-stack.ts";
import { asNagWrites } from "./as-nag-writes.ts";
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

  /** Sees alarms, metrics and how many messages a queue holds. */
  #watching(): void {
    const policy = this.#policy("Watch", {
      name: "hemvist-operations-watch",
      description: "hemvist: alarms, metrics and the depths of queues",
    });
    mayMeasure(policy, [...everyTraffic.map(everyQueueOf), ...everyDeadLetterQueue]);
    policy.addStatements(new PolicyStatement({ actions: watching, resources: ["*"] }));
    this.#acknowledge(policy, "Resource::*", "CloudWatch knows no narrower resource for these.");
  }

  #auditing({ journal }: RecordsStack): void {
    const policy = this.#policy("Audit", {
      name: "hemvist-operations-audit",
      description: "hemvist: reads what operations staff did, and nothing else",
    });
    mayReadObjects(policy, journal);
    this.#acknowledge(policy, `Resource::${asNagWrites.journal}/*`, "An auditor reads all entries.");
  }

  #policy(id: string, { name, description }: { readonly name: string; readonly description: string }) {
    const policy = new ManagedPolicy(this, id, { managedPolicyName: name, description });
    new CfnOutput(this, `${id}Policy`, { value: policy.managedPolicyArn, description });
    return policy;
  }

  #acknowledge(policy: ManagedPolicy, what: string, reason: string): void {
    Validations.of(policy).acknowledge({ id: `AwsSolutions-IAM5[${what}]`, reason });
  }
}

const watching = [
  "cloudwatch:DescribeAlarms",
  "cloudwatch:DescribeAlarmHistory",
  "cloudwatch:GetMetricData",
  "cloudwatch:ListMetrics",
];
