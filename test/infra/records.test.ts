import { operations } from "@hemvist/casework";
import { describe, expect, it } from "vitest";
import type { Settings } from "../../infra/settings.ts";
import { goteborg } from "../support/goteborg.ts";
import { statementsOf } from "./policies.ts";
import { type Resource, synthesised } from "./synthesised.ts";

const templates = synthesised();
const table = tableCalled("decisions");
const bucket = bucketCalled("FailedRecords").properties;
const reports = bucketCalled("Reports");
const replicas = table["Replicas"] as readonly Record<string, unknown>[];

describe("what hand-off remembers", () => {
  it("is kept like the decisions, has no stream, and forgets", () => {
    const sent = tableCalled("sent-messages");

    expect(sent["KeySchema"]).toEqual([
      { AttributeName: "about", KeyType: "HASH" },
      { AttributeName: "place", KeyType: "RANGE" },
    ]);
    expect(sent["StreamSpecification"]).toBeUndefined();
    expect(sent["SSESpecification"]).toEqual(table["SSESpecification"]);
    expect(sent["TimeToLiveSpecification"]).toEqual({ AttributeName: "forgetAt", Enabled: true });
  });
});

describe("the table of decisions", () => {
  it("has one item per decision, and tells of each new version, as a table must that can get a replica", () => {
    expect(table).toMatchObject({
      TableName: "decisions",
      KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
      StreamSpecification: { StreamViewType: "NEW_AND_OLD_IMAGES" },
      BillingMode: "PAY_PER_REQUEST",
    });
  });

  it("lies in one region", () => {
    expect(replicas.map(({ Region }) => Region)).toEqual(["eu-north-1"]);
  });

  it.each([
    ["due", "dueShard", "dueAt"],
    ["person", "personKey", "pk"],
    ["former", "formerKey", "pk"],
    ["first", "firstKey", "pk"],
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
    expect(indexes).toHaveLength(5);
  });

  it("can be restored to any second, and is not deleted by mistake", () => {
    expect(replicas[0]).toMatchObject({
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      DeletionProtectionEnabled: true,
    });
  });

  it("erases nothing by a timer in Göteborg, which 13 kap. 1 § of Ordinance 2025:468 exempts", () => {
    expect(goteborg.retention).toBe("keep");
    expect(table["TimeToLiveSpecification"]).toBeUndefined();
  });

  it("erases when five years have passed, for a municipality whom 16 kap. 1 § SoL asks to", () => {
    const municipality = { ...goteborg, retention: "five-years" as const };
    const erasing = synthesised("production", { municipality })
      .of("AWS::DynamoDB::GlobalTable")
      .find(({ properties }) => properties["TableName"] === "decisions");

    expect(erasing?.properties["TimeToLiveSpecification"]).toEqual({
      AttributeName: "forgetAt",
      Enabled: true,
    });
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

describe("the bucket of reports", () => {
  it("is shut, sealed with its own key, and keeps what is written", () => {
    expect(reports.properties).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      VersioningConfiguration: { Status: "Enabled" },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { ServerSideEncryptionByDefault: { SSEAlgorithm: "aws:kms" }, BucketKeyEnabled: true },
        ],
      },
    });
    expect(reports.properties["LifecycleConfiguration"]).toBeUndefined();
    expect(sealOf(reports)).not.toBe(sealOf(bucketCalled("FailedRecords")));
  });

  it("refuses every principal a deletion, a write over what stands, and what does not come over TLS", () => {
    const [policy] = templates
      .of("AWS::S3::BucketPolicy")
      .filter(({ properties }) => templates.pointedAt(properties["Bucket"]).id === reports.id);
    expect(policy?.properties["PolicyDocument"]).toMatchObject({ Version: "2012-10-17" });
    expect(policy && statementsOf(policy)).toEqual([
      expect.objectContaining({
        Effect: "Deny",
        Action: "s3:*",
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      }),
      expect.objectContaining({
        Effect: "Deny",
        Principal: { AWS: "*" },
        Action: ["s3:DeleteObject", "s3:DeleteObjectVersion", "s3:PutLifecycleConfiguration"],
      }),
      expect.objectContaining({
        Effect: "Deny",
        Principal: { AWS: "*" },
        Action: "s3:PutObject",
        Condition: { Null: { "s3:if-none-match": "true" } },
      }),
    ]);
  });
});

describe("the journal of operations", () => {
  const journal = bucketCalled("Journal");

  it("is found by its name, and sealed with its own key", () => {
    expect(journal.properties["BucketName"]).toEqual({
      "Fn::Join": ["", ["hemvist-journal-", { Ref: "AWS::AccountId" }]],
    });
    expect(sealOf(journal)).not.toBe(sealOf(reports));
  });

  it("lets no principal delete or write over what stands, and only the function that acts for operators write", () => {
    const [policy] = templates
      .of("AWS::S3::BucketPolicy")
      .filter(({ properties }) => templates.pointedAt(properties["Bucket"]).id === journal.id);
    const denied = policy ? statementsOf(policy).filter(({ Effect }) => Effect === "Deny") : [];

    expect(denied).toContainEqual(
      expect.objectContaining({
        Action: ["s3:DeleteObject", "s3:DeleteObjectVersion", "s3:PutLifecycleConfiguration"],
      }),
    );
    expect(denied).toContainEqual(
      expect.objectContaining({
        Action: "s3:PutObject",
        Condition: { Null: { "s3:if-none-match": "true" } },
      }),
    );
    expect(denied).toContainEqual(
      expect.objectContaining({
        Action: "s3:PutObject",
        Principal: { AWS: "*" },
        Condition: {
          ArnNotEquals: {
            "aws:PrincipalArn": [
              {
                "Fn::Join": [
                  "",
                  [
                    "arn:",
                    { Ref: "AWS::Partition" },
                    ":iam::",
                    { Ref: "AWS::AccountId" },
                    ":role/hemvist-operate",
                  ],
                ],
              },
            ],
          },
        },
      }),
    );
    const role = templates
      .of("AWS::IAM::Role")
      .filter(({ properties }) => properties["RoleName"] === "hemvist-operate");
    expect(role).toHaveLength(1);
  });
});

describe("the access log", () => {
  const accessLog = bucketCalled("AccessLog");

  it("is found by its name, and sealed with its own key", () => {
    expect(accessLog.properties["BucketName"]).toEqual({
      "Fn::Join": ["", ["hemvist-access-log-", { Ref: "AWS::AccountId" }]],
    });
    expect(sealOf(accessLog)).not.toBe(sealOf(bucketCalled("Journal")));
  });

  it("lets no principal delete or write over an entry, and only those write that show persons' data", () => {
    const [policy] = templates
      .of("AWS::S3::BucketPolicy")
      .filter(({ properties }) => templates.pointedAt(properties["Bucket"]).id === accessLog.id);
    const denied = policy ? statementsOf(policy).filter(({ Effect }) => Effect === "Deny") : [];
    const writers = denied
      .filter(({ Condition = {} }) => JSON.stringify(Condition).includes("aws:PrincipalArn"))
      .map(({ Resource, Condition }) => [
        /"\/([^"]+)"/.exec(JSON.stringify(Resource))?.[1],
        ...(JSON.stringify(Condition).match(/(?<=:role\/hemvist-)[\w-]+/g) ?? []),
      ]);

    expect(denied).toContainEqual(
      expect.objectContaining({
        Principal: { AWS: "*" },
        Action: ["s3:DeleteObject", "s3:DeleteObjectVersion", "s3:PutLifecycleConfiguration"],
      }),
    );
    expect(denied).toContainEqual(
      expect.objectContaining({
        Principal: { AWS: "*" },
        Action: "s3:PutObject",
        Condition: { Null: { "s3:if-none-match": "true" } },
      }),
    );
    expect(writers).toEqual([
      ["*", "read-case", "operate", "report"],
      [`${operations}/*`, "operate"],
      ["heads/*", "report"],
    ]);
  });

  it("is locked where the stage says so, and by S3 itself", () => {
    const locked = (accessLogLock: Settings["accessLogLock"]) =>
      synthesised("production", { accessLogLock })
        .of("AWS::S3::Bucket")
        .find(({ id }) => id.startsWith("AccessLog"))?.properties["ObjectLockConfiguration"];
    const because = "Act 2001:454, 10 §";

    expect(locked({ mode: "governance", years: 5, because })).toEqual({
      ObjectLockEnabled: "Enabled",
      Rule: { DefaultRetention: { Mode: "GOVERNANCE", Days: 1825 } },
    });
    expect(locked({ mode: "compliance", years: 10, because })).toMatchObject({
      Rule: { DefaultRetention: { Mode: "COMPLIANCE", Days: 3650 } },
    });
    expect(locked(undefined)).toBeUndefined();
  });
});

describe("keys", () => {
  const keys = templates.of("AWS::KMS::Key");

  it("that functions derive theirs from make codes and nothing else", () => {
    expect(
      keys
        .filter(({ properties }) => properties["KeyUsage"] !== undefined)
        .map(({ properties }) => properties),
    ).toEqual([
      expect.objectContaining({ KeySpec: "HMAC_256", KeyUsage: "GENERATE_VERIFY_MAC" }),
      expect.objectContaining({ KeySpec: "HMAC_256", KeyUsage: "GENERATE_VERIFY_MAC" }),
      expect.objectContaining({ KeySpec: "HMAC_256", KeyUsage: "GENERATE_VERIFY_MAC" }),
    ]);
  });

  it("of all else are turned each year", () => {
    const sealing = keys.filter(({ properties }) => properties["KeyUsage"] === undefined);

    expect(sealing.length).toBeGreaterThan(0);
    expect(sealing.filter(({ properties }) => properties["EnableKeyRotation"] !== true)).toEqual([]);
  });
});

function bucketCalled(name: string): Resource {
  const found = templates.of("AWS::S3::Bucket").find(({ id }) => id.startsWith(name));
  if (found === undefined) throw new Error(`There is no bucket ${name}`);
  return found;
}

function sealOf({ properties }: Resource): string {
  const {
    ServerSideEncryptionConfiguration: [only],
  } = properties["BucketEncryption"] as {
    ServerSideEncryptionConfiguration: readonly {
      readonly ServerSideEncryptionByDefault: { readonly KMSMasterKeyID: unknown };
    }[];
  };
  return templates.pointedAt(only?.ServerSideEncryptionByDefault.KMSMasterKeyID).id;
}

type Properties = Readonly<Record<string, unknown>>;

function tableCalled(name: string): Properties {
  const found = templates
    .of("AWS::DynamoDB::GlobalTable")
    .find(({ properties }) => properties["TableName"] === name);
  if (found === undefined) throw new Error(`no table ${name}`);
  return found.properties;
}
