import { granted } from "../../policies.ts";
import { listed, type Resource, type Resources } from "../../synthesised.ts";
import type { Acknowledgement } from "../finding.ts";

export const ofBuckets: readonly Acknowledgement[] = [
  {
    rules: ["AwsSolutions-S1", "NIST.800.53.R5-S3BucketLoggingEnabled", "CKV_AWS_18"],
    reason:
      "Each bucket is sealed with a key that names the few roles that may use it. CloudTrail has each role's use of the key. A log of S3's would hold the names of objects, and need the same care once more.",
    contradictedBy: (buckets, templates) =>
      buckets
        .filter((bucket) => !isSealedForNamedRoles(bucket, templates))
        .map(({ id }) => `${id} is not sealed with a key that names its users`),
    untrueIf: (_buckets, { of }) => {
      for (const { properties } of of("AWS::KMS::Key"))
        properties["KeyPolicy"] = { Statement: [{ Effect: "Allow", Action: "kms:*" }] };
    },
  },
  {
    rules: ["NIST.800.53.R5-S3BucketReplicationEnabled"],
    reason:
      "Nothing leaves the region. What is written for good stays by its policy and its versions; what hand-off could not send is a copy of the table, which can be restored to any second.",
    contradictedBy: (buckets, templates) => [
      ...buckets
        .filter((bucket) => expiryOf(bucket) === undefined)
        .filter((bucket) => !isVersioned(bucket) || !keepsWhatIsWritten(bucket, templates))
        .map(({ id }) => `${id} can lose what is written`),
      ...tablesWithoutRecovery(templates),
    ],
    untrueIf: (buckets) => {
      for (const { properties } of buckets) delete properties["VersioningConfiguration"];
    },
  },
  {
    rules: ["NIST.800.53.R5-S3BucketVersioningEnabled", "CKV_AWS_21"],
    reason:
      "What lies here are copies that S3 erases after some days. An old version would outlive that. The table has the original.",
    contradictedBy: (buckets, templates) => [
      ...buckets
        .filter((bucket) => !((expiryOf(bucket) ?? Number.POSITIVE_INFINITY) <= 14))
        .map(({ id }) => `${id} does not erase its copies within 14 days`),
      ...tablesWithoutRecovery(templates),
    ],
    untrueIf: ([bucket]) => delete bucket?.properties["LifecycleConfiguration"],
  },
  {
    rules: ["AwsSolutions-IAM5"],
    only: ({ detail = "" }) => /^Resource::(AccessLog|FailedRecords|Reports|Journal)\//.test(detail),
    reason:
      "Lambda, read-case, report and operate choose the names of objects as they write them. So a role may use all objects of one bucket, or those under one prefix: to read and to add, never to delete.",
    contradictedBy: (policies, templates) =>
      policies
        .flatMap((policy) => granted(templates, policy))
        .filter((grant) => grant.startsWith("s3:"))
        .filter((grant) => !/^s3:((Get|Put)Object on \w+\/|ListBucket on \w+$)/.test(grant)),
    untrueIf: (policies) => {
      for (const policy of policies)
        for (const statement of mutableStatements(policy))
          if (listed(statement.Action).includes("s3:GetObject")) statement.Action = "s3:*";
    },
  },
];

function isSealedForNamedRoles(bucket: Resource, templates: Resources): boolean {
  const key = sealOf(bucket)?.KMSMasterKeyID;
  if (key === undefined) return false;
  const { Statement } = templates.pointedAt(key).properties["KeyPolicy"] as {
    readonly Statement: readonly { readonly Action: unknown; readonly Condition?: object }[];
  };
  return Statement.filter(({ Action }) =>
    listed(Action).some((action) => /^kms:(\*|.*crypt|GenerateDataKey)/i.test(String(action))),
  ).every(({ Condition }) => JSON.stringify({ Condition }).includes('"aws:PrincipalArn"'));
}

const sealOf = ({ properties }: Resource) =>
  (
    properties["BucketEncryption"] as
      | {
          readonly ServerSideEncryptionConfiguration: readonly {
            readonly ServerSideEncryptionByDefault: { readonly KMSMasterKeyID?: unknown };
          }[];
        }
      | undefined
  )?.ServerSideEncryptionConfiguration[0]?.ServerSideEncryptionByDefault;

const expiryOf = ({ properties }: Resource): number | undefined =>
  (
    properties["LifecycleConfiguration"] as
      | { readonly Rules: readonly { readonly ExpirationInDays?: number }[] }
      | undefined
  )?.Rules[0]?.ExpirationInDays;

const isVersioned = ({ properties }: Resource): boolean =>
  JSON.stringify(properties["VersioningConfiguration"]) === '{"Status":"Enabled"}';

const keepsWhatIsWritten = (bucket: Resource, templates: Resources): boolean =>
  templates
    .of("AWS::S3::BucketPolicy")
    .filter(({ properties }) => templates.pointedAt(properties["Bucket"]).id === bucket.id)
    .flatMap(mutableStatements)
    .some(({ Effect, Action }) => Effect === "Deny" && listed(Action).includes("s3:DeleteObjectVersion"));

const tablesWithoutRecovery = ({ of }: Resources): readonly string[] =>
  of("AWS::DynamoDB::GlobalTable")
    .filter(({ properties }) => !JSON.stringify(properties).includes('"PointInTimeRecoveryEnabled":true'))
    .map(({ id }) => `${id} cannot be restored`);

const mutableStatements = ({ properties }: Resource) =>
  (
    properties["PolicyDocument"] as {
      readonly Statement: readonly { Effect: string; Action: unknown }[];
    }
  ).Statement;
