import { describe, expect, it } from "vitest";
import { granted, policiesOfFunction, queuesFor, statementsOf } from "./policies.ts";
import { listed, type Resource, synthesised } from "./synthesised.ts";

const templates = synthesised();
const policies = templates.of("AWS::IAM::Policy");

describe("identity policies", () => {
  it("name every action in full", () => {
    const actions = policies.flatMap(statementsOf).flatMap(({ Action }) => listed(Action));

    expect(actions.length).toBeGreaterThan(0);
    expect(actions.filter((action) => String(action).includes("*"))).toEqual([]);
  });

  it("name every resource in full, but parties' queues of a kind, and objects that Lambda and the reports name", () => {
    const wide = policies
      .flatMap((policy) => granted(templates, policy))
      .filter((grant) => grant.includes("*") && !grant.includes(" on arn:aws:kms:"));

    expect([...new Set(wide)].filter((grant) => !grant.startsWith("sqs:")).toSorted()).toEqual([
      "s3:GetObject on Reports/*",
      "s3:PutObject on FailedRecords/*",
      "s3:PutObject on Reports/*",
    ]);
  });

  it("let a key that is not named be used through SQS only, which asks for the key of its own queue", () => {
    const unnamed = policies
      .flatMap(statementsOf)
      .filter(({ Resource }) => listed(Resource).some((each) => String(each).endsWith(":key/*")));

    expect(unnamed.length).toBeGreaterThan(0);
    for (const { Condition } of unnamed)
      expect(Condition).toEqual({ StringEquals: { "kms:ViaService": "sqs.eu-north-1.amazonaws.com" } });
  });

  it("allow, and never rest on a policy of AWS's, but for API Gateway's own log role", () => {
    const managed = templates
      .of("AWS::IAM::Role")
      .flatMap(({ properties }) => listed(properties["ManagedPolicyArns"] ?? []))
      .map((policy) => JSON.stringify(policy));

    expect(managed).toEqual([expect.stringContaining("AmazonAPIGatewayPushToCloudWatchLogs")]);
  });
});

describe("what a function may do", () => {
  it.each([
    [
      "hand-off",
      "dynamodb:",
      [
        "BatchWriteItem",
        "DescribeStream",
        "GetItem",
        "GetRecords",
        "GetShardIterator",
        "ListStreams",
        "Query",
      ],
    ],
    ["receive-decision", "dynamodb:", ["GetItem", "PutItem"]],
    ["record-progress", "dynamodb:", ["GetItem", "PutItem"]],
    ["follow-up", "dynamodb:", ["GetItem", "PutItem", "Query"]],
    ["read-case", "dynamodb:", ["GetItem", "Query"]],
    ["report", "dynamodb:", ["Scan"]],
    ["report", "s3:", ["GetObject", "ListBucket", "PutObject"]],
    ["report", "sqs:", []],
    ["follow-up", "sqs:", []],
    ["read-case", "sqs:", []],
    ["hand-off", "sqs:", ["GetQueueUrl", "SendMessage"]],
  ])("%s, of %s, is %j", (name, service, actions) => {
    expect(actionsOf(name).filter((action) => action.startsWith(service))).toEqual(
      actions.map((action) => `${service}${action}`),
    );
  });

  it("in the indexes is to look where it must", () => {
    expect(grantsOf("follow-up").filter((grant) => grant.startsWith("dynamodb:Query"))).toEqual([
      "dynamodb:Query on decisions/index/due",
    ]);
    expect(grantsOf("read-case").filter((grant) => grant.startsWith("dynamodb:Query"))).toEqual([
      "dynamodb:Query on decisions/index/case",
      "dynamodb:Query on decisions/index/first",
      "dynamodb:Query on decisions/index/former",
      "dynamodb:Query on decisions/index/person",
      "dynamodb:Query on sent-messages",
    ]);
  });

  it("is to read every decision for the reports alone, and to delete for no function", () => {
    expect(functionNames.filter((name) => actionsOf(name).includes("dynamodb:Scan"))).toEqual(["report"]);
    expect(
      functionNames.flatMap(actionsOf).filter((action) => /^(s3|dynamodb):.*Delete/.test(action)),
    ).toEqual([]);
  });

  it.each([
    ["receive-decision", /^(decisions-.+-dlq|inbox-sf-.+(?<!-dlq)\.fifo)$/, 8],
    ["hand-off", /^(assignments|inbox)-.+(?<!-dlq)\.fifo$/, 11],
    ["record-progress", /^(progress-.+-dlq|assignments-.+(?<!-dlq))\.fifo$/, 12],
    ["follow-up", /^$/, 0],
    ["read-case", /^$/, 0],
    ["report", /^$/, 0],
  ])("when %s sends is bounded to its receivers", (name, receivers, count) => {
    const sent = queuesFor(templates, { action: "sqs:SendMessage", policies: policiesOf(name), queues });

    expect(sent).toEqual(queues.filter((queue) => receivers.test(queue)));
    expect(sent).toHaveLength(count);
  });

  it.each([
    ["receive-decision", /^decisions-.+(?<!-dlq)$/],
    ["record-progress", /^progress-.+(?<!-dlq)\.fifo$/],
    ["hand-off", /^$/],
  ])("when %s receives is bounded to its senders", (name, senders) => {
    for (const action of ["sqs:ReceiveMessage", "sqs:DeleteMessage"])
      expect(queuesFor(templates, { action, policies: policiesOf(name), queues })).toEqual(
        queues.filter((queue) => senders.test(queue)),
      );
  });

  it.each(["receive-decision", "hand-off", "record-progress"])(
    "lets %s seal what it sends, and open the key that it seals with",
    (name) => {
      const actions = grantsOf(name)
        .filter((grant) => / on (hemvist: messages to and from|arn:aws:kms)/.test(grant))
        .map((grant) => grant.split(" on ")[0]);

      expect(actions).toEqual(expect.arrayContaining(["kms:Decrypt", "kms:GenerateDataKey"]));
    },
  );

  it.each(["receive-decision", "hand-off", "record-progress", "follow-up", "read-case", "report"])(
    "lets %s write to its own log",
    (name) => {
      expect(grantsOf(name)).toContain(`logs:PutLogEvents on /aws/lambda/hemvist-${name}`);
      expect(grantsOf(name).filter((grant) => grant.startsWith("logs:"))).toHaveLength(2);
    },
  );
});

describe("what people may do, by the policies for hemvist ops", () => {
  const actionsIn = (name: string) =>
    [...new Set(grantedBy(name).map((grant) => grant.split(" on ")[0] ?? ""))].filter(
      (action) => !action.startsWith("kms:"),
    );
  const managed = (...names: readonly string[]): readonly Resource[] =>
    templates
      .of("AWS::IAM::ManagedPolicy")
      .filter(({ properties }) =>
        names.includes(String(properties["ManagedPolicyName"]).replace("hemvist-operations-", "")),
      );
  const grantedBy = (name: string): readonly string[] =>
    managed(name)
      .flatMap((policy) => granted(templates, policy))
      .toSorted();

  it("an operator who reads changes nothing but the journal, under their own id", () => {
    expect(actionsIn("read")).toEqual([
      "dynamodb:GetItem",
      "dynamodb:Query",
      "dynamodb:Scan",
      "s3:GetObject",
      "s3:ListBucket",
      "s3:PutObject",
    ]);
    expect(grantedBy("read").filter((grant) => grant.startsWith("s3:"))).toEqual([
      "s3:GetObject on FailedRecords/*",
      "s3:ListBucket on FailedRecords",
      `s3:PutObject on Journal/$${"{aws:userid}"}/*`,
    ]);
  });

  it("an operator who looks into queues leaves all of it there", () => {
    expect(actionsIn("look")).toEqual([
      "sqs:ChangeMessageVisibility",
      "sqs:GetQueueAttributes",
      "sqs:GetQueueUrl",
      "sqs:ReceiveMessage",
    ]);
  });

  it("only what lies aside is looked into, and only there is anything removed", () => {
    for (const action of ["sqs:ReceiveMessage", "sqs:ChangeMessageVisibility", "sqs:DeleteMessage"])
      expect(queuesFor(templates, { action, policies: managed("look", "act"), queues })).toEqual(
        queues.filter((queue) => /-dlq(\.fifo)?$/.test(queue)),
      );
  });

  it("what is sent goes to no dead-letter queue", () => {
    const sent = queuesFor(templates, { action: "sqs:SendMessage", policies: managed("act"), queues });

    expect(sent).toEqual(queues.filter((queue) => !/-dlq(\.fifo)?$/.test(queue)));
  });

  it("an operator who acts sends and removes, and touches no decision", () => {
    expect(actionsIn("act")).toEqual([
      "lambda:InvokeFunction",
      "s3:PutObject",
      "sqs:DeleteMessage",
      "sqs:SendMessage",
    ]);
    expect(grantedBy("act").filter((grant) => /^(s3|lambda):/.test(grant))).toEqual([
      "lambda:InvokeFunction on FunctionshandoffLive",
      "s3:PutObject on FailedRecords/done/*",
    ]);
  });

  it("an auditor reads the journal, and nothing else", () => {
    expect(actionsIn("audit")).toEqual(["s3:GetObject", "s3:ListBucket"]);
    expect(grantedBy("audit").filter((grant) => !/Journal|what operations staff did/.test(grant))).toEqual(
      [],
    );
  });
});

const functionNames = ["follow-up", "hand-off", "read-case", "receive-decision", "record-progress", "report"];

function actionsOf(name: string): readonly string[] {
  return [...new Set(grantsOf(name).map((grant) => grant.split(" on ")[0] ?? ""))];
}

const queues = templates
  .of("AWS::SQS::Queue")
  .map(({ properties }) => String(properties["QueueName"]))
  .toSorted();

function grantsOf(name: string): readonly string[] {
  return policiesOf(name)
    .flatMap((policy) => granted(templates, policy))
    .sort();
}

function policiesOf(name: string): readonly Resource[] {
  return policiesOfFunction(templates, name);
}
