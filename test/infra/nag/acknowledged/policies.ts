import { type Statement, statementsOf } from "../../policies.ts";
import { listed, type Resource } from "../../synthesised.ts";
import type { Acknowledgement } from "../finding.ts";

export const ofPolicies: readonly Acknowledgement[] = [
  {
    rules: ["AwsSolutions-IAM5"],
    only: ({ detail = "" }) => detail.startsWith("Resource::arn:aws:sqs:"),
    reason:
      "The queues of one kind in this account, whatever parties there are: so no policy grows with the parties. A pattern fits dead-letter queues as well, and a second statement denies those to a role that sends or receives.",
    contradictedBy: (policies) =>
      policies.flatMap((policy) => [
        ...widePatterns(policy)
          .filter((pattern) => !ofOneKind.test(pattern))
          .map((pattern) => `${pattern} fits more than the queues of one kind`),
        ...patternsNotCut(policy).map((pattern) => `${policy.id}: ${pattern} fits dead-letter queues too`),
      ]),
    untrueIf: (policies) => {
      for (const policy of policies)
        for (const statement of statementsOf(policy))
          if (statement.Effect === "Deny") Object.assign(statement, { Resource: [] });
    },
  },
  {
    rules: ["AwsSolutions-IAM5"],
    only: ({ detail = "" }) => detail.startsWith("Resource::arn:aws:kms:"),
    reason:
      "SQS alone may use the key for the caller, and asks only for the key of a queue that the caller may use.",
    contradictedBy: (policies) =>
      policies.flatMap((policy) =>
        statementsOf(policy)
          .filter(({ Resource }) => listed(Resource).some((each) => String(each).endsWith(":key/*")))
          .filter(
            ({ Condition }) =>
              !/^{"Condition":{"StringEquals":{"kms:ViaService":"sqs\.[a-z0-9-]+\.amazonaws\.com"}}}$/.test(
                JSON.stringify({ Condition }),
              ),
          )
          .map(() => `${policy.id} lets its holder use any key itself`),
      ),
    untrueIf: ([policy]) => {
      if (policy !== undefined)
        for (const statement of statementsOf(policy)) Object.assign(statement, { Condition: undefined });
    },
  },
  {
    rules: ["AwsSolutions-IAM5"],
    only: ({ detail = "" }) => /^Resource::(\*$|arn:aws:cloudwatch:)/.test(detail),
    reason:
      "A person on duty sees every alarm and every metric of the account, which is hemvist's alone, and changes none. IAM knows no resource for metrics.",
    contradictedBy: (policies) =>
      policies
        .flatMap(statementsOf)
        .filter(({ Resource }) => listed(Resource).includes("*"))
        .flatMap(({ Action }) => listed(Action))
        .filter((action) => !withoutResource.includes(String(action)))
        .map((action) => `${String(action)} has a resource to name`),
    untrueIf: ([policy]) => {
      if (policy !== undefined)
        Object.assign(statementsOf(policy).at(-1) ?? {}, { Action: "s3:GetObject", Resource: "*" });
    },
  },
  {
    rules: ["AwsSolutions-IAM4"],
    reason:
      "API Gateway writes its log through one role in an account, and AWS asks for this policy on it. No function or person has that role.",
    contradictedBy: (roles, { of, pointedAt }) => {
      const gateways = of("AWS::ApiGateway::Account").map(
        ({ properties }) => pointedAt(properties["CloudWatchRoleArn"]).id,
      );
      return roles
        .filter((role) => !gateways.includes(role.id) || !isTrustedByGatewayAlone(role))
        .map(({ id }) => `${id} is another role than API Gateway's`);
    },
    untrueIf: (_roles, { of }) => {
      for (const { properties } of of("AWS::ApiGateway::Account"))
        properties["CloudWatchRoleArn"] = { Ref: of("AWS::IAM::Role")[0]?.id };
    },
  },
  {
    rules: ["NIST.800.53.R5-IAMNoInlinePolicy"],
    reason:
      "Each of these policies is written for one role, and goes with it. Apart from the role, another role could be given it.",
    contradictedBy: (policies) =>
      policies
        .filter(
          ({ properties }) =>
            [properties["Users"], properties["Groups"]].some((others) => others !== undefined) ||
            listed(properties["Roles"]).length !== 1,
        )
        .map(({ id }) => `${id} is not one role's`),
    untrueIf: ([policy]) => {
      if (policy !== undefined) policy.properties["Groups"] = ["everyone"];
    },
  },
];

const ofOneKind = /^arn:aws:sqs:eu-north-1:\d{12}:(decisions|assignments|progress|inbox)-\*(-dlq)?(\.fifo)?$/;

/** By the Service Authorization Reference, Amazon CloudWatch. */
const withoutResource = ["cloudwatch:GetMetricData", "cloudwatch:ListMetrics"];

const widePatterns = (policy: Resource): readonly string[] =>
  allowing(policy).flatMap(({ Resource }) =>
    listed(Resource)
      .map(String)
      .filter((arn) => arn.includes(":sqs:") && arn.includes("*")),
  );

/** The patterns of working queues by which messages are sent or read, and that no denial cuts to working queues. */
function patternsNotCut(policy: Resource): readonly string[] {
  const denied = statementsOf(policy)
    .filter(({ Effect }) => Effect === "Deny")
    .flatMap(({ Action, Resource }) =>
      listed(Action).flatMap((action) => listed(Resource).map((arn) => `${action} ${arn}`)),
    );
  return allowing(policy).flatMap(({ Action, Resource }) =>
    listed(Action)
      .filter((action) =>
        ["sqs:SendMessage", "sqs:ReceiveMessage", "sqs:DeleteMessage"].includes(String(action)),
      )
      .flatMap((action) =>
        listed(Resource)
          .map(String)
          .filter((arn) => /:sqs:.*-\*(\.fifo)?$/.test(arn))
          .filter((arn) => !denied.includes(`${action} ${arn.replace(/\*(\.fifo)?$/, "*-dlq$1")}`))
          .map((arn) => `${action} on ${arn}`),
      ),
  );
}

const allowing = (policy: Resource): readonly Statement[] =>
  statementsOf(policy).filter(({ Effect }) => Effect === "Allow");

const isTrustedByGatewayAlone = ({ properties }: Resource): boolean =>
  JSON.stringify(properties["AssumeRolePolicyDocument"])
    .match(/"Service":"[^"]+"/g)
    ?.join() === '"Service":"apigateway.amazonaws.com"';
