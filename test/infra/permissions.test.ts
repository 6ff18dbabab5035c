import { describe, expect, it } from "vitest";
import { granted, statementsOf } from "./policies.ts";
import { listed, synthesised } from "./synthesised.ts";

const templates = synthesised();
const policies = templates.of("AWS::IAM::Policy");

describe("identity policies", () => {
  it("name every action in full", () => {
    const actions = policies.flatMap(statementsOf).flatMap(({ Action }) => listed(Action));

    expect(actions.length).toBeGreaterThan(0);
    expect(actions.filter((action) => String(action).includes("*"))).toEqual([]);
  });

  it("name every resource in full, but the objects that Lambda itself names when it sets a record aside, and reports", () => {
    const wide = policies
      .flatMap((policy) => granted(templates, policy))
      .filter((grant) => grant.includes("*"));

    expect(wide.toSorted()).toEqual([
      "s3:GetObject on Reports/*",
      "s3:PutObject on FailedRecords/*",
      "s3:PutObject on Reports/*",
    ]);
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
      "dynamodb:Query on decisions/index/former",
      "dynamodb:Query on decisions/index/person",
    ]);
  });

  it("is to read every decision for the reports alone, and to delete for nobody", () => {
    expect(functionNames.filter((name) => actionsOf(name).includes("dynamodb:Scan"))).toEqual(["report"]);
    expect(
      functionNames.flatMap(actionsOf).filter((action) => /^(s3|dynamodb):.*Delete/.test(action)),
    ).toEqual([]);
  });

  it("is to pseudonymise only where a person is looked up or stored", () => {
    const pseudonymising = functionNames.filter((name) => actionsOf(name).includes("kms:GenerateMac"));

    expect(pseudonymising).toEqual(["read-case", "receive-decision"]);
  });

  it.each([
    ["receive-decision", /^(decisions-.+-dlq|inbox-sf-.+\.fifo)$/, 8],
    ["hand-off", /^(assignments|inbox)-.+(?<!-dlq)\.fifo$/, 11],
    ["record-progress", /^(progress-.+-dlq|assignments-.+(?<!-dlq))\.fifo$/, 12],
  ])("when %s sends is bounded to its receivers", (name, receivers, count) => {
    const sent = grantsOf(name)
      .filter((grant) => grant.startsWith("sqs:SendMessage"))
      .map((grant) => grant.replace("sqs:SendMessage on ", ""));

    expect(sent).toHaveLength(count);
    expect(sent.filter((queue) => !receivers.test(queue))).toEqual([]);
  });

  it.each(["receive-decision", "hand-off", "record-progress"])(
    "lets %s seal what it sends, for each receiver, and open the key that it seals with",
    (name) => {
      const keysFor = (action: string): readonly string[] =>
        grantsOf(name)
          .filter((grant) => grant.startsWith(`${action} on hemvist: messages`))
          .map((grant) => grant.replace(/^.* to and from /, ""));
      const receivers = new Set(
        grantsOf(name)
          .filter((grant) => grant.startsWith("sqs:SendMessage"))
          .map((grant) =>
            grant
              .replace(/^.* on (decisions|inbox|assignments|progress)-/, "")
              .replace(/(-dlq)?(\.fifo)?$/, ""),
          ),
      );

      expect(keysFor("kms:GenerateDataKey").toSorted()).toEqual([...receivers].toSorted());
      expect(keysFor("kms:Decrypt")).toEqual(expect.arrayContaining([...receivers]));
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
  const grantedBy = (name: string): readonly string[] => {
    const policy = templates
      .of("AWS::IAM::ManagedPolicy")
      .find(({ properties }) => properties["ManagedPolicyName"] === `hemvist-operations-${name}`);
    return policy === undefined ? [] : granted(templates, policy).toSorted();
  };

  it("whoever reads changes nothing but the journal, under their own id", () => {
    expect(actionsIn("read")).toEqual([
      "dynamodb:BatchGetItem",
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

  it("whoever looks into queues leaves all of it there", () => {
    expect(actionsIn("look")).toEqual([
      "sqs:ChangeMessageVisibility",
      "sqs:GetQueueAttributes",
      "sqs:GetQueueUrl",
      "sqs:ReceiveMessage",
    ]);
  });

  it("only what lies aside is looked into, and only there is anything removed", () => {
    const touched = [...grantedBy("look"), ...grantedBy("act")].filter((grant) =>
      /^sqs:(ReceiveMessage|ChangeMessageVisibility|DeleteMessage) /.test(grant),
    );

    expect(touched.length).toBeGreaterThan(0);
    expect(touched.filter((grant) => !/-dlq(\.fifo)?$/.test(grant))).toEqual([]);
  });

  it("whoever acts sends and removes, and touches no decision", () => {
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

  it("whoever audits reads the journal, and nothing else", () => {
    expect(actionsIn("audit")).toEqual(["s3:GetObject", "s3:ListBucket"]);
    expect(grantedBy("audit").filter((grant) => !/Journal|what operations staff did/.test(grant))).toEqual(
      [],
    );
  });

  it("each fits in what IAM takes of a policy, with room for more parties", () => {
    const longestArn = "x".repeat(85);
    const sizes = templates
      .of("AWS::IAM::ManagedPolicy")
      .map(({ properties }) =>
        JSON.stringify(properties["PolicyDocument"]).replaceAll(/\{"Fn::[^{}]*\}/g, `"${longestArn}"`),
      );

    expect(sizes).toHaveLength(4);
    expect(sizes.filter((text) => text.length > 6144)).toEqual([]);
  });
});

const functionNames = ["follow-up", "hand-off", "read-case", "receive-decision", "record-progress", "report"];

function actionsOf(name: string): readonly string[] {
  return [...new Set(grantsOf(name).map((grant) => grant.split(" on ")[0] ?? ""))];
}

function grantsOf(name: string): readonly string[] {
  const lambda = templates
    .of("AWS::Lambda::Function")
    .find(({ properties }) => properties["FunctionName"] === `hemvist-${name}`);
  const role = templates.pointedAt(lambda?.properties["Role"]).id;
  return policies
    .filter(({ properties }) =>
      listed(properties["Roles"]).some((each) => templates.pointedAt(each).id === role),
    )
    .flatMap((policy) => granted(templates, policy))
    .sort();
}
