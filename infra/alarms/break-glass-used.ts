import { Stack } from "aws-cdk-lib";
import { Rule } from "aws-cdk-lib/aws-events";
import type { Construct } from "constructs";
import { matchedBy } from "../constructs/alarm-metrics.ts";
import { breakGlassRole } from "../constructs/break-glass.ts";
import type { Explained } from "./explained.ts";

const ruleName = "hemvist-break-glass-used";

/**
 * Sees each call that takes the break-glass role, refused ones too. CloudTrail gives the calls to EventBridge. The rule
 * has no target: its own metric is what the alarm looks at.
 */
export function watchBreakGlass(scope: Construct): void {
  const { account, partition } = Stack.of(scope);
  new Rule(scope, "BreakGlassUsed", {
    ruleName,
    description: "A person took the break-glass role, or tried to",
    eventPattern: {
      source: ["aws.sts"],
      detailType: ["AWS API Call via CloudTrail"],
      detail: {
        eventName: ["AssumeRole"],
        requestParameters: { roleArn: [`arn:${partition}:iam::${account}:role/${breakGlassRole}`] },
      },
    },
  });
}

export const breakGlassUsed: Explained = {
  name: "break-glass-used",
  metric: matchedBy(ruleName),
  when: { above: 0 },
  periods: 1,
  whatHappened:
    "A person took the role hemvist-break-glass, or tried to. It reads and sends past the journal.",
  whatToDo: "Find out who and why at once. If no incident explains it, end the session as the runbook says.",
  whoIsHurt: "Every person with a case in hemvist: the role reads all of it.",
  owner: "security",
  severity: "page",
  runbook: "break-glass",
};
