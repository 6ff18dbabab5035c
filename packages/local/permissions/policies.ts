import type { Assembly, Resource } from "../templates/assembly.ts";
import { isJson, type Json, jsonOf, listOf, textOf } from "../templates/json.ts";
import { everyResource } from "../templates/known-resources.ts";
import type { Resolver } from "../templates/resolver.ts";
import { ofFunctions } from "./function-policies.ts";

/** A policy document, with every intrinsic function in it worked out. */
export type Policy = Json;

/** What the template lets a role do. */
export interface RolePolicies {
  readonly arn: string;
  readonly identity: readonly Policy[];
  readonly boundary?: Policy;
}

/** Every policy of the templates. */
export interface Policies {
  /** By the role's ARN. */
  readonly roles: ReadonlyMap<string, RolePolicies>;
  /** By the name that the template gives it. */
  readonly managed: ReadonlyMap<string, Policy>;
  /** By the ARN of the queue, bucket, key, topic, table or function that has it. */
  readonly ofResources: ReadonlyMap<string, Policy>;
}

export const readPolicies = (assembly: Assembly, resolver: Resolver): Policies => {
  const ofType = (type: string): readonly Resource[] =>
    everyResource(assembly).filter((resource) => resource.type === type);
  const documentOf = (resource: Resource): Policy =>
    jsonOf(resolver.propertiesOf(resource)["PolicyDocument"]);
  const managed = new Map(
    ofType("AWS::IAM::ManagedPolicy").map((policy) => [resolver.names.nameOf(policy), documentOf(policy)]),
  );
  return {
    roles: rolesIn({ ofType, documentOf, resolver, managed }),
    managed,
    ofResources: new Map([
      ...ofQueues(ofType("AWS::SQS::QueuePolicy"), resolver),
      ...ofType("AWS::S3::BucketPolicy").map(
        (policy) =>
          [`arn:aws:s3:::${textOf(resolver.propertiesOf(policy)["Bucket"])}`, documentOf(policy)] as const,
      ),
      ...ofType("AWS::KMS::Key").map(
        (key) =>
          [resolver.names.attribute(key, "Arn"), jsonOf(resolver.propertiesOf(key)["KeyPolicy"])] as const,
      ),
      ...ofType("AWS::SNS::TopicPolicy").flatMap((policy) =>
        listOf(resolver.propertiesOf(policy)["Topics"]).map(
          (topic) => [String(topic), documentOf(policy)] as const,
        ),
      ),
      ...ofFunctions(ofType("AWS::Lambda::Permission"), resolver),
      ...[...ofType("AWS::DynamoDB::Table"), ...ofType("AWS::DynamoDB::GlobalTable")].flatMap((table) =>
        ofTable(table, resolver),
      ),
    ]),
  };
};

interface Reading {
  readonly ofType: (type: string) => readonly Resource[];
  readonly documentOf: (resource: Resource) => Policy;
  readonly resolver: Resolver;
  readonly managed: ReadonlyMap<string, Policy>;
}

/** A policy of AWS's own is in no template. It grants nothing here. */
const rolesIn = ({ ofType, documentOf, resolver, managed }: Reading): ReadonlyMap<string, RolePolicies> => {
  const { nameOf, attribute } = resolver.names;
  const attached = (role: string): readonly Policy[] =>
    [...ofType("AWS::IAM::Policy"), ...ofType("AWS::IAM::ManagedPolicy")]
      .filter((policy) => listOf(resolver.propertiesOf(policy)["Roles"]).includes(role))
      .map(documentOf);
  return new Map(
    ofType("AWS::IAM::Role").map((role): readonly [string, RolePolicies] => {
      const { Policies: inline, ManagedPolicyArns, PermissionsBoundary } = resolver.propertiesOf(role);
      const named = listOf(ManagedPolicyArns).map((arn) => managed.get(nameIn(arn)) ?? {});
      const boundary = managed.get(nameIn(PermissionsBoundary));
      if (PermissionsBoundary !== undefined && boundary === undefined)
        throw new Error(`${nameOf(role)} has a permissions boundary that the template does not declare`);
      const arn = attribute(role, "Arn");
      const identity: readonly Policy[] = [
        ...attached(nameOf(role)),
        ...named.filter((policy) => "Statement" in policy),
        ...listOf(inline).map((entry) => jsonOf(jsonOf(entry)["PolicyDocument"])),
      ];
      return [arn, { arn, identity, ...(boundary === undefined ? {} : { boundary }) }];
    }),
  );
};

const nameIn = (arn: unknown): string => textOf(arn)?.split("/").at(-1) ?? "";

/** A queue's policy names its queues by their URLs. */
const ofQueues = (
  policies: readonly Resource[],
  resolver: Resolver,
): readonly (readonly [string, Policy])[] =>
  policies.flatMap((policy) => {
    const { Queues, PolicyDocument } = resolver.propertiesOf(policy);
    const statements = listOf(jsonOf(PolicyDocument)["Statement"]).filter(isJson);
    return listOf(Queues).map((url) => {
      const name = nameIn(url);
      const about = statements.filter(({ Resource: on }) => isOf(on, name));
      return [arnOfQueue(resolver, policy, name), { ...jsonOf(PolicyDocument), Statement: about }] as const;
    });
  });

/** One policy may serve several queues: a statement about another queue has no part in it. */
const isOf = (on: unknown, name: string): boolean =>
  [on].flat().some((each) => typeof each !== "string" || /\*/.test(each) || each.endsWith(`:${name}`));

const arnOfQueue = (resolver: Resolver, { stack }: Resource, name: string): string =>
  String(resolver.resolve({ "Fn::Sub": `arn:aws:sqs:\${AWS::Region}:\${AWS::AccountId}:${name}` }, stack));

/** A global table has the policy on its replica. */
const ofTable = (table: Resource, resolver: Resolver): readonly (readonly [string, Policy])[] => {
  const properties = resolver.propertiesOf(table);
  const [replica = properties] = listOf(properties["Replicas"]);
  const { PolicyDocument } = jsonOf(jsonOf(replica)["ResourcePolicy"]);
  return PolicyDocument === undefined
    ? []
    : [[resolver.names.attribute(table, "Arn"), jsonOf(PolicyDocument)]];
};
