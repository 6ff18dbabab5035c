import type { Assembly, Resource } from "../templates/assembly.ts";
import { jsonOf, textOf } from "../templates/json.ts";
import { everyResource } from "../templates/known-resources.ts";
import { ACCOUNT } from "../templates/physical-names.ts";
import type { Resolver } from "../templates/resolver.ts";
import type { Requested } from "./requests.ts";

/** What a service of AWS's does because of a resource. */
export interface ServiceAct {
  /** The role that it acts by, or the service's own name. */
  readonly by: string;
  readonly what: string;
  readonly requested: readonly Requested[];
}

interface Given {
  readonly assembly: Assembly;
  readonly resolver: Resolver;
  /** By the function's name. */
  readonly roles: ReadonlyMap<string, string>;
  readonly region: string;
}

/**
 * Lambda reads queues and streams by the role of the function that it calls. Scheduler starts functions by a role of
 * the schedule. API Gateway calls functions in its own name. A deployment fails, or stands still, where one may not.
 */
export const serviceActs = (given: Given): readonly ServiceAct[] =>
  everyResource(given.assembly).flatMap((resource) => {
    switch (resource.type) {
      case "AWS::Lambda::EventSourceMapping":
        return [readingBy(resource, given)];
      case "AWS::Lambda::EventInvokeConfig":
        return [settingAsideBy(resource, given)];
      case "AWS::Scheduler::Schedule":
        return [startingBy(resource, given)];
      case "AWS::ApiGateway::Method":
        return [callingBy(resource, given)];
      default:
        return [];
    }
  });

const readingBy = (mapping: Resource, { resolver, roles }: Given): ServiceAct => {
  const { EventSourceArn, FunctionName, DestinationConfig } = resolver.propertiesOf(mapping);
  const source = textOf(EventSourceArn) ?? "";
  const name = nameIn(textOf(FunctionName) ?? "");
  const actions = source.includes(":table/") ? ofStream : ofQueue;
  return {
    by: roles.get(name) ?? "",
    what: `${name} reads ${source}`,
    requested: [
      ...actions.map((action) => ({ action, resource: source })),
      ...setAside(textOf(jsonOf(jsonOf(DestinationConfig)["OnFailure"])["Destination"])),
    ],
  };
};

const ofQueue = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"];

/** Lambda also names `ListStreams`. IAM knows no stream in it, only `*`, and a mapping works without. */
const ofStream = ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"];

const settingAsideBy = (config: Resource, { resolver, roles }: Given): ServiceAct => {
  const { FunctionName, DestinationConfig } = resolver.propertiesOf(config);
  const name = nameIn(textOf(FunctionName) ?? "");
  return {
    by: roles.get(name) ?? "",
    what: `${name} sets aside a run that failed`,
    requested: setAside(textOf(jsonOf(jsonOf(DestinationConfig)["OnFailure"])["Destination"])),
  };
};

/** Where that goes which no attempt would help. */
const setAside = (destination: string | undefined): readonly Requested[] => {
  switch (destination?.split(":")[2]) {
    case "s3":
      return [
        { action: "s3:PutObject", resource: `${destination}/aws/lambda/of-a-function` },
        { action: "s3:ListBucket", resource: String(destination) },
      ];
    case "sqs":
      return [{ action: "sqs:SendMessage", resource: String(destination) }];
    default:
      return [];
  }
};

const startingBy = (schedule: Resource, { resolver }: Given): ServiceAct => {
  const { Arn, RoleArn, DeadLetterConfig } = jsonOf(resolver.propertiesOf(schedule)["Target"]);
  const target = textOf(Arn) ?? "";
  const deadLetters = textOf(jsonOf(DeadLetterConfig)["Arn"]);
  return {
    by: textOf(RoleArn) ?? "",
    what: `${resolver.names.nameOf(schedule)} starts ${target}`,
    requested: [{ action: "lambda:InvokeFunction", resource: target }, ...setAside(deadLetters)],
  };
};

const callingBy = (method: Resource, { resolver, region }: Given): ServiceAct => {
  const { Integration, RestApiId, HttpMethod } = resolver.propertiesOf(method);
  const [, target = ""] =
    /functions\/(arn:aws:lambda:[^/]+)\/invocations/.exec(textOf(jsonOf(Integration)["Uri"]) ?? "") ?? [];
  const verb = HttpMethod === "ANY" ? "POST" : textOf(HttpMethod);
  const source = `arn:aws:execute-api:${region}:${ACCOUNT}:${textOf(RestApiId)}/live/${verb}/a/path`;
  return {
    by: "apigateway.amazonaws.com",
    what: `the API calls ${target}`,
    requested: [
      {
        action: "lambda:InvokeFunction",
        resource: target,
        context: { "aws:SourceArn": source, "aws:SourceAccount": ACCOUNT },
      },
    ],
  };
};

const nameIn = (reference: string): string => /^(?:.*:function:)?([^:]+)/.exec(reference)?.[1] ?? "";
