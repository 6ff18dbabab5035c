import recommended from "aws-cdk-lib/recommended-feature-flags.json" with { type: "json" };

/**
 * The behaviour this version of the CDK recommends. Given here and not in `cdk.json`, so that synthesising
 * with the CDK's command line and without it gives the same templates.
 *
 * One differs: references between stacks stay strong (`Fn::ImportValue`). So CloudFormation itself refuses to remove a
 * table or a key that a function still uses.
 */
export const featureFlags: Readonly<Record<string, unknown>> = {
  ...recommended,
  "@aws-cdk/core:defaultCrossStackReferences": "strong",
};
