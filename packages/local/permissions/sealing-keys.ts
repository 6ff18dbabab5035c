import type { MacKey } from "../front/mac-keys.ts";
import type { Assembly } from "../templates/assembly.ts";
import { jsonOf, listOf, textOf } from "../templates/json.ts";
import { everyResource } from "../templates/known-resources.ts";
import type { Resolver } from "../templates/resolver.ts";

/** Every key of the templates, with the names that it goes by. */
export const keysIn = (assembly: Assembly, resolver: Resolver): readonly MacKey[] => {
  const aliases = everyResource(assembly)
    .filter(({ type }) => type === "AWS::KMS::Alias")
    .map((alias) => ({
      name: resolver.names.nameOf(alias),
      key: resolver.resolve(alias.properties["TargetKeyId"], alias.stack),
    }));
  return everyResource(assembly)
    .filter(({ type }) => type === "AWS::KMS::Key")
    .map((key) => {
      const arn = resolver.names.attribute(key, "Arn");
      const id = resolver.names.nameOf(key);
      return {
        arn,
        aliases: aliases.filter((alias) => alias.key === arn || alias.key === id).map(({ name }) => name),
      };
    });
};

/** The key with that ARN, id or alias. */
export const keyCalled = <Known extends MacKey>(keys: readonly Known[], asked: string): Known | undefined =>
  keys.find(({ arn, aliases }) => arn === asked || arn.endsWith(`key/${asked}`) || aliases.includes(asked));

/** The key that seals each queue, table and bucket that has one, by the ARN of what it seals. */
export const sealingKeys = (
  assembly: Assembly,
  resolver: Resolver,
  keys: readonly MacKey[],
): ReadonlyMap<string, string> =>
  new Map(
    everyResource(assembly).flatMap((resource) => {
      const named = textOf(keyNamed(resource.type, resolver.propertiesOf(resource)));
      const key = named === undefined ? undefined : keyCalled(keys, named);
      return key === undefined ? [] : [[resolver.names.attribute(resource, "Arn"), key.arn] as const];
    }),
  );

const keyNamed = (type: string, properties: Readonly<Record<string, unknown>>): unknown => {
  switch (type) {
    case "AWS::SQS::Queue":
      return properties["KmsMasterKeyId"];
    case "AWS::DynamoDB::Table":
      return jsonOf(properties["SSESpecification"])["KMSMasterKeyId"];
    case "AWS::DynamoDB::GlobalTable":
      return jsonOf(jsonOf(listOf(properties["Replicas"])[0])["SSESpecification"])["KMSMasterKeyId"];
    case "AWS::S3::Bucket": {
      const [rule] = listOf(jsonOf(properties["BucketEncryption"])["ServerSideEncryptionConfiguration"]);
      return jsonOf(jsonOf(rule)["ServerSideEncryptionByDefault"])["KMSMasterKeyID"];
    }
    default:
      return undefined;
  }
};
