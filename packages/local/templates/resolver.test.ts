import { describe, expect, it } from "vitest";
import type { Assembly, Stack } from "./assembly.ts";
import { createResolver } from "./resolver.ts";

const stack = (
  name: string,
  resources: Record<string, { Type: string; Properties: object }>,
  more = {},
): Stack => ({
  name,
  region: "eu-north-1",
  resources: new Map(
    Object.entries(resources).map(([logicalId, { Type: type, Properties: properties }]) => [
      logicalId,
      { stack: name, logicalId, type, properties: { ...properties } },
    ]),
  ),
  parameters: {},
  outputs: {},
  ...more,
});

const assembly: Assembly = {
  assets: new Map(),
  stacks: [
    stack(
      "data",
      { Table: { Type: "AWS::DynamoDB::GlobalTable", Properties: { TableName: "decisions" } } },
      { outputs: { Out: { Value: { Ref: "Table" }, Export: { Name: "data:Table" } } } },
    ),
    stack(
      "main",
      {
        Inbox: { Type: "AWS::SQS::Queue", Properties: { QueueName: "inbox.fifo", FifoQueue: true } },
        Unnamed: { Type: "AWS::SQS::Queue", Properties: { FifoQueue: true } },
        Work: { Type: "AWS::Lambda::Function", Properties: { FunctionName: "work" } },
        Live: { Type: "AWS::Lambda::Alias", Properties: { FunctionName: { Ref: "Work" }, Name: "live" } },
      },
      { parameters: { Stage: { Type: "String", Default: "test" }, Needed: { Type: "String" } } },
    ),
  ],
};

const { resolve } = createResolver({ assembly, region: "eu-north-1", endpoint: "http://127.0.0.1:1" });

describe("an intrinsic function", () => {
  it.each([
    ["Ref to a queue", { Ref: "Inbox" }, "http://127.0.0.1:1/000000000000/inbox.fifo"],
    [
      "Ref to a queue without a name",
      { Ref: "Unnamed" },
      "http://127.0.0.1:1/000000000000/main-Unnamed.fifo",
    ],
    ["Ref to a parameter", { Ref: "Stage" }, "test"],
    ["Ref to a pseudo parameter", { Ref: "AWS::Region" }, "eu-north-1"],
    ["Ref to an alias", { Ref: "Live" }, "arn:aws:lambda:eu-north-1:000000000000:function:work:live"],
    ["Fn::GetAtt", { "Fn::GetAtt": ["Inbox", "Arn"] }, "arn:aws:sqs:eu-north-1:000000000000:inbox.fifo"],
    ["Fn::ImportValue", { "Fn::ImportValue": "data:Table" }, "decisions"],
    ["Fn::Join", { "Fn::Join": ["-", ["a", { Ref: "Stage" }]] }, "a-test"],
    [
      "Fn::Sub",
      { "Fn::Sub": `\${Stage}/\${AWS::AccountId}/\${Work.Arn}/\${!kept}` },
      /^test\/0{12}\/arn:.*:work\/\$\{kept\}$/,
    ],
    ["Fn::Sub with variables", { "Fn::Sub": [`\${name}!`, { name: { Ref: "Stage" } }] }, "test!"],
    ["Fn::Select of Fn::Split", { "Fn::Select": [1, { "Fn::Split": [":", "a:b:c"] }] }, "b"],
  ])("%s", (_name, value, expected) => {
    const resolved = resolve(value, "main");

    if (expected instanceof RegExp) expect(resolved).toMatch(expected);
    else expect(resolved).toBe(expected);
  });

  it("drops a property that is AWS::NoValue", () => {
    expect(resolve({ kept: 1, dropped: { Ref: "AWS::NoValue" } }, "main")).toEqual({ kept: 1 });
  });

  it.each([
    ["a resource that is not declared", { Ref: "Missing" }, /main refers to Missing/],
    ["an export that does not exist", { "Fn::ImportValue": "data:Gone" }, /imports data:Gone/],
    ["a parameter without a default", { Ref: "Needed" }, /Needed without a default/],
    ["a function it was not taught", { "Fn::FindInMap": ["a", "b", "c"] }, /uses Fn::FindInMap: teach it/],
  ])("says so when it is given %s", (_name, value, expected) => {
    expect(() => resolve(value, "main")).toThrow(expected);
  });
});
