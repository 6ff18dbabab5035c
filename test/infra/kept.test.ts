import { describe, expect, it } from "vitest";
import { stages } from "../../infra/settings.ts";
import { synthesised } from "./synthesised.ts";

const { all, of, pointedAt } = synthesised();

/** What cannot be made again from the templates. */
const lasting = [
  "AWS::Cognito::UserPool",
  "AWS::DynamoDB::GlobalTable",
  "AWS::KMS::Key",
  "AWS::Logs::LogGroup",
  "AWS::S3::Bucket",
  "AWS::SQS::Queue",
];

describe("what lasts", () => {
  it.each(lasting)("%s stays when its stack is deleted, or when another takes its place", (type) => {
    expect(of(type).length).toBeGreaterThan(0);
    for (const { id, deletionPolicy, updateReplacePolicy } of of(type))
      expect([id, deletionPolicy, updateReplacePolicy]).toEqual([id, "RetainExceptOnCreate", "Retain"]);
  });

  it("goes with a first creation that is rolled back: no resource, of whatever type, takes its name with it", () => {
    const policies = new Set(all.map(({ deletionPolicy }) => deletionPolicy));

    expect([...policies].toSorted()).toEqual(["Delete", "RetainExceptOnCreate", undefined]);
  });

  it("is all that is kept, but for the role that lets API Gateway write its log", () => {
    const kept = all.filter(({ deletionPolicy }) => deletionPolicy === "RetainExceptOnCreate");

    expect(new Set(kept.map(({ type }) => type))).toEqual(
      new Set([...lasting, "AWS::ApiGateway::Account", "AWS::IAM::Role", "AWS::Lambda::Version"]),
    );
  });
});

describe("an earlier version of a function", () => {
  const versions = of("AWS::Lambda::Version");

  it("stays when a deployment makes the next one, so that `live` can be moved back to it", () => {
    expect(versions.map(({ properties }) => pointedAt(properties["FunctionName"]).id).toSorted()).toEqual(
      of("AWS::Lambda::Alias")
        .map(({ properties }) => pointedAt(properties["FunctionName"]).id)
        .toSorted(),
    );
    for (const { id, deletionPolicy, updateReplacePolicy } of versions)
      expect([id, deletionPolicy, updateReplacePolicy]).toEqual([id, "RetainExceptOnCreate", "Retain"]);
  });
});

describe.each(stages)("the templates of %s", (stage) => {
  it("are ASCII, since CloudFormation gives back `?` for any other letter and then imports nothing by them", () => {
    for (const [name, template] of synthesised(stage).templates) {
      const text = JSON.stringify(template);
      expect([name, text.match(/.{0,40}[^\0-\x7f].{0,40}/g)]).toEqual([name, null]);
    }
  });
});
