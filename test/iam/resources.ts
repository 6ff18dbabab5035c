import { isTrial, kindsOf, type Parties } from "@hemvist/rules";
import { keysIn, sealingKeys } from "../../packages/local/permissions/sealing-keys.ts";
import type { Resource } from "../../packages/local/templates/assembly.ts";
import { jsonOf, listOf, textOf } from "../../packages/local/templates/json.ts";
import { everyResource } from "../../packages/local/templates/known-resources.ts";
import { ACCOUNT } from "../../packages/local/templates/physical-names.ts";
import { roleNames } from "./principals.ts";
import { region, type Templates } from "./templates.ts";

/** A resource that a policy may name. */
export interface JudgedResource {
  /** As the matrix names it, and others of its kind. */
  readonly kind: string;
  readonly arn: string;
  /** The service and the type, as AWS's service authorisation reference names them. */
  readonly type: string;
  /** Whose it is, if it is a party's. */
  readonly party?: string;
  /** Of objects at a place: the names of all that lie there. */
  readonly has?: RegExp;
}

/** All that the templates declare and IAM guards, and what is made in it: objects, versions, log streams. */
export const resourcesIn = (templates: Templates): readonly JudgedResource[] => [
  ...everyResource(templates.assembly).flatMap((resource) => judgedOf(resource, templates)),
  {
    kind: "an alarm",
    arn: `arn:aws:cloudwatch:${region}:${ACCOUNT}:alarm:hemvist-one`,
    type: "cloudwatch:alarm",
  },
  { kind: "metrics", arn: "*", type: "cloudwatch:metrics" },
  ...wildcardServices.map((service) => ({ kind: `all of ${service}`, arn: "*", type: `${service}:*` })),
];

/** Those with actions that take no resource: to list, and to make. */
const wildcardServices = ["cloudwatch", "dynamodb", "kms", "lambda", "logs", "s3", "sns", "sqs", "sts"];

const judgedOf = (resource: Resource, templates: Templates): readonly JudgedResource[] => {
  const { resolver } = templates;
  const name = resolver.names.nameOf(resource);
  const arn = resolver.names.attribute(resource, "Arn");
  const properties = resolver.propertiesOf(resource);
  switch (resource.type) {
    case "AWS::SQS::Queue":
      return [{ ...queueKind(name, templates), arn, type: "sqs:queue" }];
    case "AWS::DynamoDB::GlobalTable":
      return tableAndWithin({ name, arn, properties });
    case "AWS::KMS::Key":
      return [
        { ...keyKind(textOf(properties["Description"]) ?? name, { arn, templates }), arn, type: "kms:key" },
      ];
    case "AWS::S3::Bucket":
      return bucketAndWithin(bucketKind(name), arn);
    case "AWS::Lambda::Function":
      return functionAndWithin(name.replace(/^hemvist-/, ""), arn);
    case "AWS::Logs::LogGroup": {
      const group = `arn:aws:logs:${region}:${ACCOUNT}:log-group:${name}`;
      const kind = `log ${name.replace(/^.*\/(hemvist-)?/, "")}`;
      return [
        { kind, arn: `${group}:*`, type: "logs:log-group" },
        { kind: `${kind}, a stream`, arn: `${group}:log-stream:one`, type: "logs:log-stream" },
      ];
    }
    case "AWS::SNS::Topic":
      return [{ kind: `topic ${name}`, arn, type: "sns:topic" }];
    case "AWS::IAM::Role":
      return [{ kind: `role of ${roleNames(templates)(arn)}`, arn, type: "iam:role" }];
    case "AWS::IAM::ManagedPolicy":
      return [
        { kind: "a managed policy", arn: `arn:aws:iam::${ACCOUNT}:policy/${name}`, type: "iam:policy" },
      ];
    default:
      return [];
  }
};

const queueKind = (name: string, { parties }: Templates) => {
  const [, traffic, party = "", dead] =
    /^(decisions|progress|inbox|assignments)-(.+?)(-dlq)?(?:\.fifo)?$/.exec(name) ?? [];
  if (traffic === undefined) return { kind: `queue ${name}` };
  const whose = traffic === "inbox" ? ofWhom(party, parties) : "";
  return { kind: `queue ${traffic}${whose}${dead === undefined ? "" : ", dead letters"}`, party };
};

/** An SF's inbox gets replies too: receive-decision sends there. */
const ofWhom = (party: string, { listeners }: Parties): string => {
  if (isTrial(party)) return " of hemvist's own party";
  return listeners.includes(party) ? " of a listener" : "";
};

/** By what it is for. Of keys for the same, by the queue that each seals. */
const keyKind = (
  description: string,
  {
    arn,
    templates: { assembly, resolver, parties },
  }: { readonly arn: string; readonly templates: Templates },
) => {
  const what = description.replace(/^hemvist: /, "");
  const [, party] = /^messages to and from (.+)$/.exec(what) ?? [];
  if (party !== undefined) {
    const other = parties.listeners.includes(party) ? "a listener" : "a provider";
    const kind = kindsOf(party, parties).includes("administration") ? "an SF" : other;
    return { kind: `key of the queues of ${kind}`, party };
  }
  const sealed = [...sealingKeys(assembly, resolver, keysIn(assembly, resolver))].filter(
    ([on, key]) => key === arn && on.includes(":sqs:"),
  );
  const [queue] = sealed.map(([on]) => on.split(":").at(-1));
  return { kind: `key of ${queue === undefined ? what : `queue ${queue}`}` };
};

const bucketKind = (name: string): string =>
  name.replace(/^hemvist-(records-)?/, "").replace(/([0-9a-f]{8})?(-\d{12})?$/, "");

const tableAndWithin = ({
  name,
  arn,
  properties,
}: {
  readonly name: string;
  readonly arn: string;
  readonly properties: Readonly<Record<string, unknown>>;
}): readonly JudgedResource[] => [
  { kind: `table ${name}`, arn, type: "dynamodb:table" },
  ...listOf(properties["GlobalSecondaryIndexes"]).map((index) => {
    const indexName = String(jsonOf(index)["IndexName"]);
    return {
      kind: `index ${indexName} of ${name}`,
      arn: `${arn}/index/${indexName}`,
      type: "dynamodb:index",
    };
  }),
  ...(properties["StreamSpecification"] === undefined
    ? []
    : [{ kind: `stream of ${name}`, arn: `${arn}/stream/local`, type: "dynamodb:stream" }]),
];

/** Objects at each place that a policy tells apart. */
const bucketAndWithin = (bucket: string, arn: string): readonly JudgedResource[] => [
  { kind: `bucket ${bucket}`, arn, type: "s3:bucket" },
  ...Object.entries({ ...placesIn[bucket], elsewhere: { one: "any/one", has: /^/ } }).map(
    ([place, { one, has }]) => ({
      kind: `object of ${bucket}, ${place}`,
      arn: `${arn}/${one}`,
      type: "s3:object",
      has,
    }),
  ),
];

/** Each place with the name of an object there, and the names that belong there. */
const placesIn: Readonly<Record<string, Readonly<Record<string, { one: string; has: RegExp }>>>> = {
  "access-log": {
    heads: { one: "heads/one", has: /^heads\// },
    "an operator's": { one: "operations/3/one", has: /^operations\// },
    "a party's": { one: "sf-centrum/3/one", has: /^[^/]+\/\d\// },
  },
  "failed-records": {
    "aws/lambda": { one: "aws/lambda/one", has: /^aws\/lambda\// },
    done: { one: "done/one", has: /^done\// },
  },
};

const functionAndWithin = (name: string, arn: string): readonly JudgedResource[] => [
  { kind: `function ${name}:live`, arn: `${arn}:live`, type: "lambda:function" },
  { kind: `function ${name}, a version`, arn: `${arn}:1`, type: "lambda:function" },
  { kind: `function ${name}`, arn, type: "lambda:function" },
];
