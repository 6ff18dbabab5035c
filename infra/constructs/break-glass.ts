import { CfnOutput, Duration, Stack } from "aws-cdk-lib";
import { AccountRootPrincipal, Role } from "aws-cdk-lib/aws-iam";
import { Construct } from "constructs";
import { roleNameOf } from "../key-users.ts";
import { allow } from "../permissions.ts";
import type { RecordsStack } from "../stacks/records-stack.ts";
import { mayHandleLetters } from "./letter-permissions.ts";
import type { ServiceFunction } from "./service-function.ts";

/** The rule that watches it is in another stack, and knows it by this name. */
export const breakGlassRole = roleNameOf("break-glass");

export interface BreakGlassProps {
  readonly records: RecordsStack;
  /** What a runbook has a person start by hand. */
  readonly startedByHand: readonly ServiceFunction[];
}

/**
 * The role for when `functions/operate` itself is down: it has what operators no longer have. Each use of it raises
 * an alarm at once (infra/alarms/break-glass-used.ts). It lasts an hour, and asks for a second factor.
 */
export class BreakGlass extends Construct {
  constructor(scope: Construct, id: string, { records, startedByHand }: BreakGlassProps) {
    super(scope, id);
    const role = new Role(this, "Role", {
      roleName: breakGlassRole,
      description:
        "hemvist: only when operate is down; each use raises an alarm. docs/runbooks/break-glass.md",
      maxSessionDuration: Duration.hours(1),
      assumedBy: new AccountRootPrincipal().withConditions({
        Bool: { "aws:MultiFactorAuthPresent": "true" },
        // CloudTrail has the call in the region where it was made, and there the rule sees it.
        StringEquals: { "aws:RequestedRegion": Stack.of(this).region },
      }),
    });
    mayHandleLetters(role, records);
    for (const { lambda } of startedByHand)
      allow(role, ["lambda:InvokeFunction"], `${lambda.functionArn}:live`);
    new CfnOutput(this, "BreakGlassRole", { value: role.roleArn, description: "Only when operate is down" });
  }
}
