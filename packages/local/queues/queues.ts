import type { Resource } from "../templates/assembly.ts";
import { isTrue, type Json, jsonOf, listOf, numberOf, textOf } from "../templates/json.ts";
import type { Resolver } from "../templates/resolver.ts";

/** A queue as the template declares it. */
export interface Queue {
  readonly name: string;
  readonly arn: string;
  readonly url: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly delaySeconds: number;
  readonly deadLetterArn?: string;
}

export const isQueue = ({ type }: Resource): boolean => type === "AWS::SQS::Queue";

export const readQueue = (resource: Resource, resolver: Resolver): Queue => {
  const {
    QueueName: _name,
    RedrivePolicy: redrive,
    Tags: tags,
    ...properties
  } = resolver.propertiesOf(resource);
  const deadLetterArn = textOf(jsonOf(redrive)["deadLetterTargetArn"]);
  return {
    name: resolver.names.nameOf(resource),
    arn: resolver.names.attribute(resource, "Arn"),
    url: resolver.names.ref(resource),
    attributes: {
      ...attributesOf(properties),
      ...(redrive === undefined ? {} : { RedrivePolicy: JSON.stringify(redrive) }),
    },
    tags: Object.fromEntries(
      listOf(tags)
        .map(jsonOf)
        .map(({ Key, Value }) => [textOf(Key) ?? "", textOf(Value) ?? ""]),
    ),
    delaySeconds: numberOf(properties["DelaySeconds"]) ?? 0,
    ...(deadLetterArn === undefined ? {} : { deadLetterArn }),
  };
};

const passedOn = [
  "ContentBasedDeduplication",
  "DelaySeconds",
  "FifoQueue",
  "MaximumMessageSize",
  "MessageRetentionPeriod",
  "ReceiveMessageWaitTimeSeconds",
  "VisibilityTimeout",
];

const attributesOf = (properties: Json): Record<string, string> => {
  const attributes = Object.fromEntries(
    passedOn.filter((name) => properties[name] !== undefined).map((name) => [name, String(properties[name])]),
  );
  // SQS takes `FifoQueue: false` for an error; templates may say it all the same.
  if (!isTrue(properties["FifoQueue"])) delete attributes["FifoQueue"];
  return attributes;
};
