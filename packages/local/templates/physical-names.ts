import type { Resource } from "./assembly.ts";
import { isTrue, textOf } from "./json.ts";

/** The account that everything local lives in. */
export const ACCOUNT = "000000000000";

/** Where a type keeps the name its author chose; without one CloudFormation makes a name up, and so do we. */
const nameProperty: Readonly<Record<string, string>> = {
  "AWS::CloudWatch::Alarm": "AlarmName",
  "AWS::CloudWatch::CompositeAlarm": "AlarmName",
  "AWS::CloudWatch::Dashboard": "DashboardName",
  "AWS::Cognito::UserPoolClient": "ClientName",
  "AWS::Cognito::UserPoolResourceServer": "Identifier",
  "AWS::DynamoDB::GlobalTable": "TableName",
  "AWS::DynamoDB::Table": "TableName",
  "AWS::IAM::ManagedPolicy": "ManagedPolicyName",
  "AWS::IAM::Role": "RoleName",
  "AWS::KMS::Alias": "AliasName",
  "AWS::Lambda::Alias": "Name",
  "AWS::Lambda::Function": "FunctionName",
  "AWS::Logs::LogGroup": "LogGroupName",
  "AWS::S3::Bucket": "BucketName",
  "AWS::Scheduler::Schedule": "Name",
  "AWS::Scheduler::ScheduleGroup": "Name",
  "AWS::SNS::Topic": "TopicName",
  "AWS::SQS::Queue": "QueueName",
  "AWS::ApiGateway::Stage": "StageName",
};

export interface PhysicalNames {
  /** What `Ref` gives. */
  readonly ref: (resource: Resource) => string;
  /** What `Fn::GetAtt` gives. */
  readonly attribute: (resource: Resource, attribute: string) => string;
  readonly nameOf: (resource: Resource) => string;
}

/**
 * What each resource is called once it exists. CloudFormation knows that when it has made them; here it follows
 * from the template alone, so no order of creation is needed.
 */
export const physicalNames = ({
  region,
  endpoint,
  resolve,
}: {
  readonly region: string;
  /** Origin of the queue URLs, and of the user pools. */
  readonly endpoint: string;
  readonly resolve: (value: unknown, stack: string) => unknown;
}): PhysicalNames => {
  const own = (resource: Resource, property: string): string | undefined =>
    textOf(resolve(resource.properties[property], resource.stack));

  const nameOf = (resource: Resource): string => {
    const property = nameProperty[resource.type];
    return (property === undefined ? undefined : own(resource, property)) ?? generatedName(resource);
  };

  const arn = (service: string, rest: string): string => `arn:aws:${service}:${region}:${ACCOUNT}:${rest}`;

  const functionArn = (resource: Resource): string => {
    const named = own(resource, "FunctionName") ?? "";
    return named.startsWith("arn:") ? named : arn("lambda", `function:${named}`);
  };

  const arnOf = (resource: Resource): string => {
    const name = nameOf(resource);
    switch (resource.type) {
      case "AWS::CloudWatch::Alarm":
      case "AWS::CloudWatch::CompositeAlarm":
        return arn("cloudwatch", `alarm:${name}`);
      case "AWS::DynamoDB::GlobalTable":
      case "AWS::DynamoDB::Table":
        return arn("dynamodb", `table/${name}`);
      case "AWS::IAM::Role":
        return `arn:aws:iam::${ACCOUNT}:role/${name}`;
      case "AWS::KMS::Key":
        return arn("kms", `key/${name}`);
      case "AWS::Lambda::Function":
        return arn("lambda", `function:${name}`);
      case "AWS::Lambda::Version":
        return `${functionArn(resource)}:1`;
      case "AWS::Lambda::Alias":
        return `${functionArn(resource)}:${name}`;
      case "AWS::Logs::LogGroup":
        return arn("logs", `log-group:${name}:*`);
      case "AWS::S3::Bucket":
        return `arn:aws:s3:::${name}`;
      case "AWS::Scheduler::Schedule":
        return arn("scheduler", `schedule/default/${name}`);
      case "AWS::SNS::Topic":
        return arn("sns", name);
      case "AWS::SQS::Queue":
        return arn("sqs", name);
      default:
        return arn(resource.type.split("::")[1]?.toLowerCase() ?? "local", name);
    }
  };

  const ref = (resource: Resource): string => {
    switch (resource.type) {
      case "AWS::SQS::Queue":
        return queueUrl(endpoint, nameOf(resource));
      case "AWS::Lambda::Alias":
      case "AWS::Lambda::Version":
      case "AWS::SNS::Topic":
        return arnOf(resource);
      default:
        return nameOf(resource);
    }
  };

  const attribute = (resource: Resource, name: string): string => {
    if (name === "StreamArn") return `${arnOf(resource)}/stream/${STREAM_LABEL}`;
    if (name === "ProviderURL") return `${endpoint}/${nameOf(resource)}`;
    if (name === "QueueUrl") return ref(resource);
    if (name === "RootResourceId") return `${nameOf(resource)}/root`;
    if (name === "Arn" || name.endsWith("Arn")) return arnOf(resource);
    if (name.endsWith("Name")) return nameOf(resource);
    return `${nameOf(resource)}.${name}`;
  };

  return { ref, attribute, nameOf };
};

/** A stream's label is the instant it was turned on; it says nothing here. */
const STREAM_LABEL = "local";

export const queueUrl = (endpoint: string, name: string): string => `${endpoint}/${ACCOUNT}/${name}`;

const generatedName = ({ stack, logicalId, type, properties }: Resource): string => {
  const name = `${stack}-${logicalId}`;
  if (type === "AWS::SQS::Queue" && isTrue(properties["FifoQueue"])) return `${name}.fifo`;
  return type === "AWS::S3::Bucket" ? name.toLowerCase() : name;
};
