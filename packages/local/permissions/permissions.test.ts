import { describe, expect, it } from "vitest";
import type { Request } from "../front/listening.ts";
import type { Assembly, Resource } from "../templates/assembly.ts";
import type { Json } from "../templates/json.ts";
import { createResolver } from "../templates/resolver.ts";
import type { DeclaredCaller } from "./callers.ts";
import { createPermissions, NotPermittedError } from "./permissions.ts";
import type { JudgedRequest } from "./verdicts.ts";

const account = "000000000000";
const region = "eu-north-1";

const resource = (logicalId: string, type: string, properties: Json): [string, Resource] => [
  logicalId,
  { stack: "notes", logicalId, type, properties },
];

const allow = (action: string, on: unknown) => ({ Effect: "Allow", Action: action, Resource: on });
const document = (...Statement: readonly Json[]) => ({ Version: "2012-10-17", Statement });

const declared = new Map([
  resource("Role", "AWS::IAM::Role", { RoleName: "keeper" }),
  resource("RolePolicy", "AWS::IAM::Policy", {
    Roles: [{ Ref: "Role" }],
    PolicyDocument: document(
      allow("dynamodb:GetItem", { "Fn::GetAtt": ["Table", "Arn"] }),
      allow("sqs:SendMessage", { "Fn::GetAtt": ["Queue", "Arn"] }),
      allow("kms:Decrypt", { "Fn::GetAtt": ["Key", "Arn"] }),
    ),
  }),
  resource("Watch", "AWS::IAM::ManagedPolicy", {
    ManagedPolicyName: "watch",
    PolicyDocument: document(allow("sqs:GetQueueAttributes", { "Fn::GetAtt": ["Queue", "Arn"] })),
  }),
  resource("Key", "AWS::KMS::Key", { KeyPolicy: document({ Effect: "Allow", Sid: "OfTheKey" }) }),
  resource("Table", "AWS::DynamoDB::Table", {
    TableName: "notes",
    SSESpecification: { KMSMasterKeyId: { "Fn::GetAtt": ["Key", "Arn"] } },
  }),
  resource("Queue", "AWS::SQS::Queue", { QueueName: "orders", KmsMasterKeyId: { Ref: "Key" } }),
  resource("QueuePolicy", "AWS::SQS::QueuePolicy", {
    Queues: [{ Ref: "Queue" }],
    PolicyDocument: document({
      Effect: "Deny",
      Sid: "OfTheQueue",
      Resource: { "Fn::GetAtt": ["Queue", "Arn"] },
    }),
  }),
  resource("Function", "AWS::Lambda::Function", {
    FunctionName: "keep",
    Role: { "Fn::GetAtt": ["Role", "Arn"] },
  }),
]);

const callers = (name: string): DeclaredCaller => {
  if (name === "tester") return "unjudged";
  if (name === "partner") return { arn: "arn:aws:iam::111122223333:role/partner", policies: [] };
  return { managedPolicies: ["watch"] };
};

/** A judge that reads what the identity's statements allow, word for word. */
const asWritten = ({ identityPolicies, action, resource: on }: JudgedRequest) =>
  identityPolicies
    .flatMap(({ Statement }) => Statement as readonly Json[])
    .some(({ Action, Resource }) => Action === action && Resource === on)
    ? "allowed"
    : "not allowed";

const permissions = (more: readonly [string, Resource][] = []) => {
  const asked: JudgedRequest[] = [];
  const assembly: Assembly = {
    stacks: [
      { name: "notes", region, resources: new Map([...declared, ...more]), parameters: {}, outputs: {} },
    ],
    assets: new Map(),
  };
  const judged = createPermissions({
    options: {
      callers,
      judge: async (request) => {
        asked.push(request);
        return asWritten(request);
      },
    },
    assembly,
    resolver: createResolver({ assembly, region, endpoint: "http://127.0.0.1:1" }),
    region,
  });
  return { ...judged, asked };
};

const call = (target: string, operation: string, body: Json) => ({
  target,
  operation,
  service: "",
  request: aRequest({}),
  body: () => body,
});

const aRequest = (changes: Partial<Request>): Request => ({
  method: "POST",
  url: "/",
  rawHeaders: [],
  headers: {},
  body: Buffer.from(""),
  sourceIp: "127.0.0.1",
  ...changes,
});

const get = call("DynamoDB_20120810", "GetItem", { TableName: "notes" });
const send = call("AmazonSQS", "SendMessageBatch", { QueueUrl: `http://127.0.0.1:1/${account}/orders` });

describe("a function", () => {
  it("does what its role may, with the key that seals the resource", async () => {
    const { refusalOf, asked, uses } = permissions();

    expect(await refusalOf("keep", get)).toBeUndefined();
    expect(asked.map(({ action, resource: on }) => `${action} ${on}`)).toEqual([
      `dynamodb:GetItem arn:aws:dynamodb:${region}:${account}:table/notes`,
      `kms:Decrypt arn:aws:kms:${region}:${account}:key/notes-Key`,
    ]);
    expect(asked[1]).toMatchObject({
      principal: `arn:aws:iam::${account}:role/keeper`,
      context: { "kms:ViaService": `dynamodb.${region}.amazonaws.com`, "aws:SecureTransport": "true" },
      resourcePolicy: { Statement: [{ Sid: "OfTheKey" }] },
    });
    expect(uses().map(({ action }) => action)).toEqual(["dynamodb:GetItem", "kms:Decrypt"]);
  });

  it("is asked about once, however often it calls", async () => {
    const { refusalOf, asked } = permissions();
    for (let times = 0; times < 3; times += 1) await refusalOf("keep", get);

    expect(asked).toHaveLength(2);
  });

  it("is refused where only the key's policies do not let it", async () => {
    const { refusalOf, asked } = permissions();
    const answer = await refusalOf("keep", send);

    expect(asked[0]?.resourcePolicy).toEqual(
      document({ Effect: "Deny", Sid: "OfTheQueue", Resource: `arn:aws:sqs:${region}:${account}:orders` }),
    );
    expect(answer).toMatchObject({
      status: 400,
      headers: { "x-amzn-query-error": "KMS.AccessDeniedException;Sender" },
    });
    expect(String(answer?.body)).toContain("kms:GenerateDataKey");
  });
});

describe("a person", () => {
  it.each([
    ["a table", get, 400, "com.amazon.coral.service#AccessDeniedException"],
    ["a queue", send, 403, "com.amazon.coral.service#AccessDeniedException"],
    ["a key", call("TrentService", "GenerateMac", { KeyId: "notes-Key" }), 400, "AccessDeniedException"],
    [
      "an object",
      { ...call("", "", {}), service: "s3", request: aRequest({ method: "GET", url: "/bucket/key" }) },
      403,
      "<Code>AccessDenied</Code>",
    ],
    [
      "a function",
      {
        ...call("", "", {}),
        service: "lambda",
        request: aRequest({ url: "/2015-03-31/functions/keep/invocations" }),
      },
      403,
      "lambda:InvokeFunction",
    ],
  ])("is refused %s in the words of its service", async (_what, asks, status, words) => {
    const answer = await permissions().refusalOf("anna", asks);

    expect(answer?.status).toBe(status);
    expect(String(answer?.body)).toContain(words);
    expect(String(answer?.body)).toContain(`arn:aws:iam::${account}:user/anna is not authorized to perform`);
  });

  it("has the managed policies that the template declares", async () => {
    const depth = call("AmazonSQS", "GetQueueAttributes", {
      QueueUrl: `http://127.0.0.1:1/${account}/orders`,
    });

    expect(await permissions().refusalOf("anna", depth)).toBeUndefined();
  });

  it("is refused a call that no action is known for, instead of being let through", async () => {
    const request = aRequest({ method: "PUT", url: "/bucket?policy" });
    const answer = await permissions().refusalOf("anna", { ...call("", "", {}), service: "s3", request });

    expect(answer?.status).toBe(501);
  });
});

it("a role outside is another account's", async () => {
  const { refusalOf, asked } = permissions();
  const answer = await refusalOf("partner", get);

  expect(asked[0]?.principal).toBe("arn:aws:iam::111122223333:role/partner");
  expect(String(answer?.body)).toContain("arn:aws:sts::111122223333:assumed-role/partner/partner");
});

it("one who looks behind the system is not judged", async () => {
  const { refusalOf, asked } = permissions();

  expect(await refusalOf("tester", get)).toBeUndefined();
  expect(asked).toEqual([]);
});

describe("what AWS's services do", () => {
  it("is refused at the start, with a line for each", async () => {
    const { demandForServices } = permissions([
      resource("Reads", "AWS::Lambda::EventSourceMapping", {
        EventSourceArn: { "Fn::GetAtt": ["Queue", "Arn"] },
        FunctionName: "keep:live",
      }),
      resource("Starts", "AWS::Scheduler::Schedule", {
        Name: "hourly",
        Target: { Arn: { "Fn::GetAtt": ["Function", "Arn"] }, RoleArn: { "Fn::GetAtt": ["Role", "Arn"] } },
      }),
    ]);
    const failed = await demandForServices().catch((error: unknown) => error);

    expect(failed).toBeInstanceOf(NotPermittedError);
    expect(String(failed).split("\n")).toEqual([
      expect.stringMatching(/keep reads .*sqs:ReceiveMessage/),
      expect.stringMatching(/hourly starts .*lambda:InvokeFunction/),
    ]);
  });
});
