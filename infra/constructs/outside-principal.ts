import { Stack } from "aws-cdk-lib";
import { AccountPrincipal, ArnPrincipal, type IPrincipal, PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { Traffic } from "../queue-names.ts";

/**
 * Lets a party's own system use the party's queues: it reads what hemvist sends, and sends what hemvist reads. It
 * reaches no dead-letter queue. Its own account must allow the same, or AWS refuses it.
 */
export const letIn = (
  principal: string,
  { queues, key }: { readonly queues: ReadonlyMap<Traffic, Queue>; readonly key: IKey },
): void => {
  const principals = [principalOf(principal)];
  for (const [traffic, queue] of queues)
    queue.addToResourcePolicy(
      new PolicyStatement({
        sid: "TheParty",
        principals,
        actions: [...actionsOn(traffic)],
        resources: [queue.queueArn],
      }),
    );
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: "ThePartyThroughItsQueues",
      principals,
      actions: ["kms:Decrypt", "kms:GenerateDataKey"],
      resources: ["*"],
      conditions: { StringEquals: { "kms:ViaService": `sqs.${Stack.of(key).region}.amazonaws.com` } },
    }),
  );
};

const principalOf = (principal: string): IPrincipal =>
  principal.startsWith("arn:") ? new ArnPrincipal(principal) : new AccountPrincipal(principal);

const actionsOn = (traffic: Traffic): readonly string[] => {
  switch (traffic) {
    case "decisions":
    case "progress":
      return ["sqs:SendMessage"];
    case "inbox":
    case "assignments":
      return [
        "sqs:ReceiveMessage",
        "sqs:DeleteMessage",
        "sqs:ChangeMessageVisibility",
        "sqs:GetQueueAttributes",
      ];
  }
};
