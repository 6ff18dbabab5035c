import { textOf } from "../templates/json.ts";
import { ACCOUNT } from "../templates/physical-names.ts";
import type { AwsCall } from "./aws-call.ts";
import { objectRequests } from "./object-requests.ts";

/** One action on one resource: what a policy is asked about. */
export interface Requested {
  readonly action: string;
  readonly resource: string;
  /** What conditions may ask about, beside what is so of each call. */
  readonly context?: Readonly<Record<string, string>>;
}

/**
 * The actions that a call takes, as AWS's service authorisation reference names them.
 * @returns undefined for a call that does not run here
 */
export const requestsOf = (
  call: AwsCall,
  { region, keyArn }: { readonly region: string; readonly keyArn: (asked: string) => string },
): readonly Requested[] | undefined => {
  switch (call.target === "" ? call.service : call.target) {
    case "DynamoDB_20120810":
      return tableRequests(call, `arn:aws:dynamodb:${region}:${ACCOUNT}:table/`);
    case "AmazonSQS":
      return [queueRequest(call, `arn:aws:sqs:${region}:${ACCOUNT}:`)];
    case "GraniteServiceVersion20100801":
      // IAM knows no resource for it.
      return [{ action: `cloudwatch:${call.operation}`, resource: "*" }];
    case "TrentService":
      return [{ action: `kms:${call.operation}`, resource: keyArn(textOf(call.body()["KeyId"]) ?? "") }];
    case "s3":
      return objectRequests(call.request);
    case "lambda":
      return functionRequests(call.request.url, `arn:aws:lambda:${region}:${ACCOUNT}:function:`);
    default:
      return undefined;
  }
};

const tableRequests = ({ operation, body }: AwsCall, tables: string): readonly Requested[] => {
  const { TableName, IndexName, RequestItems } = body();
  const action = `dynamodb:${operation}`;
  const arnOf = (name: string): string => (name.startsWith("arn:") ? name : `${tables}${name}`);
  if (typeof RequestItems === "object" && RequestItems !== null)
    return Object.keys(RequestItems).map((name) => ({ action, resource: arnOf(name) }));
  const name = textOf(TableName);
  if (name === undefined) return [{ action, resource: "*" }];
  const index = textOf(IndexName);
  return [{ action, resource: index === undefined ? arnOf(name) : `${arnOf(name)}/index/${index}` }];
};

/** A batch takes the permission of the single call. */
const queueRequest = ({ operation, body }: AwsCall, queues: string): Requested => {
  const { QueueUrl, QueueName, SourceArn } = body();
  const action = `sqs:${operation.replace(/Batch$/, "")}`;
  const name = textOf(QueueUrl)?.split("/").at(-1) ?? textOf(QueueName);
  return { action, resource: name === undefined ? (textOf(SourceArn) ?? "*") : `${queues}${name}` };
};

const paths = {
  invoke: /^\/2015-03-31\/functions\/([^/?]+)\/invocations(?:\?(.*))?$/,
  urlConfig: /^\/2021-10-31\/functions\/([^/?]+)\/url(?:\?(.*))?$/,
};

const functionRequests = (url: string, functions: string): readonly Requested[] | undefined => {
  const asked = (path: RegExp): string | undefined => {
    const [, reference, query] = path.exec(url) ?? [];
    if (reference === undefined) return undefined;
    const named = decodeURIComponent(reference);
    const qualifier = new URLSearchParams(query).get("Qualifier");
    const whole = qualifier === null ? named : `${named}:${qualifier}`;
    return whole.startsWith("arn:") ? whole : `${functions}${whole}`;
  };
  const invoked = asked(paths.invoke);
  if (invoked !== undefined) return [{ action: "lambda:InvokeFunction", resource: invoked }];
  const config = asked(paths.urlConfig);
  return config === undefined ? undefined : [{ action: "lambda:GetFunctionUrlConfig", resource: config }];
};

/** What Lambda asks about a call of a function's URL. */
export const atFunctionUrl = (functionArn: string): readonly Requested[] => [
  {
    action: "lambda:InvokeFunctionUrl",
    resource: functionArn,
    context: { "lambda:FunctionUrlAuthType": "AWS_IAM" },
  },
  {
    action: "lambda:InvokeFunction",
    resource: functionArn,
    context: { "lambda:InvokedViaFunctionUrl": "true" },
  },
];
