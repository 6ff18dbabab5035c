import { describe, expect, it } from "vitest";
import { synthesised } from "./synthesised.ts";

const templates = synthesised();
const table = templates.theOnly("AWS::DynamoDB::GlobalTable").properties;
const bucket = templates.theOnly("AWS::S3::Bucket").properties;
const replicas = table["Replicas"] as readonly Record<string, unknown>[];

describe("the table of decisions", () => {
  it("has one item per decision, and tells of each new version", () => {
    expect(table).toMatchObject({
      TableName: "decisions",
      KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
      StreamSpecification: { StreamViewType: "NEW_IMAGE" },
      BillingMode: "PAY_PER_REQUEST",
    });
  });

  it("lies in one region", () => {
    expect(replicas.map(({ Region }) => Region)).toEqual(["eu-north-1"]);
  });

  it.each([
    ["due", "dueShard", "dueAt"],
    ["person", "personKey", "pk"],
    ["case", "caseKey", "pk"],
  ])("has the index %s, with keys only", (name, partition, sort) => {
    const indexes = table["GlobalSecondaryIndexes"] as readonly Record<string, unknown>[];

    expect(indexes.find(({ IndexName }) => IndexName === name)).toMatchObject({
      KeySchema: [
        { AttributeName: partition, KeyType: "HASH" },
        { AttributeName: sort, KeyType: "RANGE" },
      ],
      Projection: { ProjectionType: "KEYS_ONLY" },
    });
    expect(indexes).toHaveLength(3);
  });

  it("can be restored to any second, and is not deleted by mistake", () => {
    expect(replicas[0]).toMatchObject({
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      DeletionProtectionEnabled: true,
    });
  });

  it("erases nothing by a timer", () => {
    expect(table["TimeToLiveSpecification"]).toBeUndefined();
  });
});

describe("the bucket for failed records", () => {
  it("is shut, sealed, and erases its copies", () => {
    expect(bucket).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      LifecycleConfiguration: { Rules: [{ ExpirationInDays: 14, Status: "Enabled" }] },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { ServerSideEncryptionByDefault: { SSEAlgorithm: "aws:kms" }, BucketKeyEnabled: true },
        ],
      },
    });
    expect(bucket["VersioningConfiguration"]).toBeUndefined();
  });
});

describe("keys", () => {
  const keys = templates.of("AWS::KMS::Key");

  it("of pseudonyms make codes and nothing else", () => {
    expect(
      keys
        .filter(({ properties }) => properties["KeyUsage"] !== undefined)
        .map(({ properties }) => properties),
    ).toEqual([expect.objectContaining({ KeySpec: "HMAC_256", KeyUsage: "GENERATE_VERIFY_MAC" })]);
  });

  it("of all else are turned each year", () => {
    const sealing = keys.filter(({ properties }) => properties["KeyUsage"] === undefined);

    expect(sealing.length).toBeGreaterThan(0);
    expect(sealing.filter(({ properties }) => properties["EnableKeyRotation"] !== true)).toEqual([]);
  });
});

it.each([
  "AWS::DynamoDB::GlobalTable",
  "AWS::KMS::Key",
  "AWS::S3::Bucket",
  "AWS::SQS::Queue",
  "AWS::Logs::LogGroup",
])("a deleted stack leaves every %s behind", (type) => {
  expect(templates.of(type).length).toBeGreaterThan(0);
  expect(templates.of(type).filter(({ deletionPolicy }) => deletionPolicy !== "Retain")).toEqual([]);
});
