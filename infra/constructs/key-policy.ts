import { Stack } from "aws-cdk-lib";
import { AccountRootPrincipal, PolicyDocument, PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Construct } from "constructs";

/** What some roles of the account do with a key. */
export interface KeyUse {
  /** By name. `*` stands for what AWS makes up in a name. */
  readonly roles: readonly string[];
  readonly actions: readonly string[];
  /** Only the services that use the key for them. Without one, they use it themselves. */
  readonly through?: readonly ("dynamodb" | "s3" | "sqs")[];
}

/**
 * Who may use a key: the roles that it names, and no other, whatever policies the account gives others. A role's own
 * policy must allow it too.
 *
 * The account administers the key. So no key is ever without a person who can change its policy. Administration is no
 * use: it opens and seals nothing, and makes no grant.
 *
 * Roles are named by a condition, not as principals. A key is made before the roles, and KMS refuses a policy with a
 * principal that is not there.
 */
export const keyPolicy = (scope: Construct, uses: readonly KeyUse[]): PolicyDocument =>
  new PolicyDocument({
    statements: [
      new PolicyStatement({
        sid: "TheAccountAdministers",
        principals: [new AccountRootPrincipal()],
        actions: [...administration],
        resources: ["*"],
      }),
      ...uses.filter(({ roles }) => roles.length > 0).map((use) => useBy(scope, use)),
    ],
  });

const useBy = (scope: Construct, { roles, actions, through = [] }: KeyUse): PolicyStatement => {
  const { account, region, partition } = Stack.of(scope);
  return new PolicyStatement({
    principals: [new AccountRootPrincipal()],
    actions: [...actions],
    resources: ["*"],
    conditions: {
      ArnLike: { "aws:PrincipalArn": roles.map((name) => `arn:${partition}:iam::${account}:role/${name}`) },
      ...(through.length === 0
        ? {}
        : { StringEquals: { "kms:ViaService": through.map((name) => `${name}.${region}.amazonaws.com`) } }),
    },
  });
};

const administration = [
  "CancelKeyDeletion",
  "CreateAlias",
  "DeleteAlias",
  "DescribeKey",
  "DisableKey",
  "DisableKeyRotation",
  "EnableKey",
  "EnableKeyRotation",
  "GetKeyPolicy",
  "GetKeyRotationStatus",
  "ListGrants",
  "ListKeyPolicies",
  "ListKeyRotations",
  "ListResourceTags",
  "PutKeyPolicy",
  "RevokeGrant",
  "RotateKeyOnDemand",
  "ScheduleKeyDeletion",
  "TagResource",
  "UntagResource",
  "UpdateAlias",
  "UpdateKeyDescription",
].map((action) => `kms:${action}`);
