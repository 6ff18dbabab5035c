import { describe, expect, it } from "vitest";
import { granted, policiesOfFunction, queuesFor, type Statement, statementsOf } from "./policies.ts";
import { listed, type Resource, synthesised } from "./synthesised.ts";

const templates = synthesised();
const policies = templates.of("AWS::IAM::Policy");

describe("identity policies", () => {
  it("name every action in full", () => {
    const actions = policies.flatMap(statementsOf).flatMap(({ Action }) => listed(Action));

    expect(actions.length).toBeGreaterThan(0);
    expect(actions.filter((action) => String(action).includes("*"))).toEqual([]);
  });

  it("name every resource in full, but parties' queues of a kind, and objects that Lambda, the reports and the access log name", () => {
    const wide = policies
      .flatMap((policy) => granted(templates, policy))
      .filter((grant) => grant.includes("*") && !grant.includes(" on arn:aws:kms:"));

    expect([...new Set(wide)].filter((grant) => !grant.startsWith("sqs:")).toSorted()).toEqual([
      "s3:GetObject on AccessLog/*",
      "s3:GetObject on AccessLog/*/?/*",
      "s3:GetObject on AccessLog/operations/?/*",
      "s3:GetObject on FailedRecords/*",
      "s3:GetObject on Journal/*",
      "s3:GetObject on Reports/*",
      "s3:PutObject on AccessLog/*/?/*",
      "s3:PutObject on AccessLog/heads/*",
      "s3:PutObject on AccessLog/operations/?/*",
      "s3:PutObject on FailedRecords/aws/lambda/*",
      "s3:PutObject on FailedRecords/done/*",
      "s3:PutObject on Journal/*",
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
    ["operate", "dynamodb:", ["GetItem", "Query", "Scan", "UpdateItem"]],
    ["operate", "s3:", ["GetObject", "ListBucket", "PutObject"]],
    ["operate", "lambda:", ["InvokeFunction"]],
    ["report", "s3:", ["GetObject", "ListBucket", "PutObject"]],
    ["report", "sqs:", ["SendMessage"]],
    ["follow-up", "sqs:", ["SendMessage"]],
    ["read-case", "sqs:", []],
    ["read-case", "s3:", ["GetObject", "ListBucket", "PutObject"]],
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

  it("is to read every decision for the reports and for operators alone, and to delete for no function", () => {
    expect(functionNames.filter((name) => actionsOf(name).includes("dynamodb:Scan"))).toEqual([
      "operate",
      "report",
    ]);
    expect(
      functionNames.flatMap(actionsOf).filter((action) => /^(s3|dynamodb):.*Delete/.test(action)),
    ).toEqual([]);
  });

  it.each([
    ["receive-decision", /^(decisions-.+-dlq|inbox-sf-.+(?<!-dlq)\.fifo)$/, 8],
    ["hand-off", /^(assignments|inbox)-.+(?<!-dlq)\.fifo$/, 13],
    ["record-progress", /^(progress-.+-dlq|assignments-.+(?<!-dlq))\.fifo$/, 13],
    ["follow-up", /^follow-up-dlq$/, 1],
    ["read-case", /^$/, 0],
    ["report", /^report-dlq$/, 1],
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

  it("lets nobody make a data key that they may not open: SQS asks for both", () => {
    const keysOf = (grants: readonly string[], action: string): readonly string[] =>
      grants
        .filter((grant) => grant.startsWith(`${action} on `))
        .map((grant) => grant.split(" on ")[1] ?? "");
    const making = policies.map((policy) => {
      const grants = granted(templates, policy);
      const opened = keysOf(grants, "kms:Decrypt");
      return keysOf(grants, "kms:GenerateDataKey").map((key) => [key, opened.includes(key)] as const);
    });

    expect(making.flat().length).toBeGreaterThan(10);
    expect(making.flat().filter(([, isOpened]) => !isOpened)).toEqual([]);
  });

  it.each(["receive-decision", "hand-off", "record-progress", "follow-up", "read-case", "report", "operate"])(
    "lets %s write to its own log",
    (name) => {
      expect(grantsOf(name)).toContain(`logs:PutLogEvents on /aws/lambda/hemvist-${name}`);
      expect(grantsOf(name).filter((grant) => grant.startsWith("logs:"))).toHaveLength(2);
    },
  );
});

describe("operate, for an operator", () => {
  it("seals a record anew, stores no other, and looks where its acts must", () => {
    expect(grantsOf("operate").filter((grant) => /^(dynamodb|s3|lambda):/.test(grant))).toEqual([
      "dynamodb:GetItem on decisions",
      "dynamodb:Query on decisions/index/first",
      "dynamodb:Query on decisions/index/former",
      "dynamodb:Query on decisions/index/person",
      "dynamodb:Query on sent-messages",
      "dynamodb:Scan on decisions",
      "dynamodb:UpdateItem on decisions",
      ...["follow-up", "hand-off", "read-case", "receive-decision", "record-progress", "report"].map(
        (name) => `lambda:InvokeFunction on hemvist-${name}:live`,
      ),
      "s3:GetObject on AccessLog/*",
      "s3:GetObject on AccessLog/operations/?/*",
      "s3:GetObject on FailedRecords/*",
      "s3:GetObject on Journal/*",
      "s3:ListBucket on AccessLog",
      "s3:ListBucket on FailedRecords",
      "s3:ListBucket on Journal",
      "s3:PutObject on AccessLog/operations/?/*",
      "s3:PutObject on FailedRecords/done/*",
      "s3:PutObject on Journal/*",
    ]);
  });

  it("takes and removes what lies aside, and nothing else", () => {
    for (const action of ["sqs:ReceiveMessage", "sqs:ChangeMessageVisibility", "sqs:DeleteMessage"])
      expect(queuesFor(templates, { action, policies: policiesOf("operate"), queues })).toEqual(
        queues.filter((queue) => /-dlq(\.fifo)?$/.test(queue)),
      );
  });

  it("sends to no dead-letter queue", () => {
    const sent = queuesFor(templates, { action: "sqs:SendMessage", policies: policiesOf("operate"), queues });

    expect(sent).toEqual(queues.filter((queue) => !/-dlq(\.fifo)?$/.test(queue)));
  });

  it("is reached by a signed request alone", () => {
    expect(templates.theOnly("AWS::Lambda::Url").properties).toMatchObject({
      AuthType: "AWS_IAM",
      Qualifier: "live",
    });
    const permissions = templates
      .of("AWS::Lambda::Permission")
      .filter(({ properties }) => JSON.stringify(properties["FunctionName"]).includes("Operate"));
    expect(permissions).toEqual([]);
  });
});

describe("what people may do, by all the policies that hemvist gives", () => {
  const policies = templates.of("AWS::IAM::ManagedPolicy");
  const policyCalled = (name: string): Resource => {
    const [found] = policies.filter(({ properties }) => properties["ManagedPolicyName"] === name);
    if (found === undefined) throw new Error(`there is no policy ${name}`);
    return found;
  };
  const grantedBy = (...names: readonly string[]): readonly string[] =>
    names.flatMap((name) => granted(templates, policyCalled(name))).toSorted();
  const ofOperators = ["hemvist-operations", "hemvist-operations-watch"];

  it("is said in three policies, and no user or group has another", () => {
    expect(policies.map(({ properties }) => properties["ManagedPolicyName"]).toSorted()).toEqual([
      "hemvist-operations",
      "hemvist-operations-audit",
      "hemvist-operations-watch",
    ]);
    for (const type of ["AWS::IAM::User", "AWS::IAM::Group", "AWS::IAM::UserPolicy"])
      expect(templates.of(type)).toEqual([]);
  });

  it("is to reach operate at its URL, and not by an event that an operator makes up", () => {
    expect(grantedBy("hemvist-operations")).toEqual([
      "lambda:GetFunctionUrlConfig on OperateLive",
      "lambda:InvokeFunction on OperateLive",
      "lambda:InvokeFunctionUrl on OperateLive",
    ]);
    const invoke = statementsOf(policyCalled("hemvist-operations")).filter(({ Action }) =>
      listed(Action).includes("lambda:InvokeFunction"),
    );
    expect(invoke.map(({ Condition }) => Condition)).toEqual([
      { Bool: { "lambda:InvokedViaFunctionUrl": "true" } },
    ]);
  });

  it("is no table, no key, no bucket and no message for an operator: three lines of SDK print no name", () => {
    const services = new Set(grantedBy(...ofOperators).map((grant) => grant.split(":")[0]));

    expect([...services].toSorted()).toEqual(["cloudwatch", "lambda", "sqs"]);
    expect([...new Set(grantedBy(...ofOperators).flatMap((grant) => grant.match(/^sqs:\w+/) ?? []))]).toEqual(
      ["sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:ListQueueTags"],
    );
  });

  it("is no other function, so hand-off sends no cancellation that an operator made up", () => {
    const invoked = grantedBy(...ofOperators).filter((grant) => grant.startsWith("lambda:Invoke"));

    expect(invoked.filter((grant) => !grant.endsWith(" on OperateLive"))).toEqual([]);
  });

  it("is, in an emergency, a role of an hour that asks for a second factor, and whose use raises an alarm", () => {
    const [role] = templates
      .of("AWS::IAM::Role")
      .filter(({ properties }) => properties["RoleName"] === "hemvist-break-glass");
    const trust = role?.properties["AssumeRolePolicyDocument"] as {
      readonly Statement: readonly Statement[];
    };
    const rule = templates.theOnly("AWS::Events::Rule");
    const [alarm] = templates
      .of("AWS::CloudWatch::Alarm")
      .filter(({ properties }) => properties["AlarmName"] === "hemvist-break-glass-used");

    expect(role?.properties["MaxSessionDuration"]).toBe(3600);
    expect(trust.Statement.map(({ Condition }) => Condition)).toEqual([
      {
        Bool: { "aws:MultiFactorAuthPresent": "true" },
        StringEquals: { "aws:RequestedRegion": "eu-north-1" },
      },
    ]);
    expect(rule.properties["EventPattern"]).toMatchObject({
      source: ["aws.sts"],
      detail: { eventName: ["AssumeRole"] },
    });
    expect(JSON.stringify(rule.properties["EventPattern"])).toContain(":role/hemvist-break-glass");
    expect(alarm?.properties).toMatchObject({
      Namespace: "AWS/Events",
      MetricName: "MatchedEvents",
      Dimensions: [{ Name: "RuleName", Value: rule.properties["Name"] }],
      Period: 60,
      Threshold: 0,
    });
  });

  it("is the journal for an auditor, and nothing else", () => {
    const audit = grantedBy("hemvist-operations-audit");

    expect([...new Set(audit.map((grant) => grant.split(" on ")[0]))]).toEqual([
      "kms:Decrypt",
      "s3:GetObject",
      "s3:ListBucket",
    ]);
    expect(audit.filter((grant) => !/Journal|what operations staff did/.test(grant))).toEqual([]);
  });
});

const functionNames = [
  "follow-up",
  "hand-off",
  "operate",
  "read-case",
  "receive-decision",
  "record-progress",
  "report",
];

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
