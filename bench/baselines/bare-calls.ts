import {
  type AttributeValue,
  BatchGetItemCommand,
  BatchWriteItemCommand,
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { SendMessageBatchCommand, SQSClient } from "@aws-sdk/client-sqs";

/** A call as the engines saw it. */
export interface Call {
  readonly target: string;
  readonly body: unknown;
}

/**
 * The engines with bare calls of the same sizes: the very calls that hemvist's functions made, made again by the SDK's
 * two clients with nothing around them. No contender that makes these calls can be faster.
 */
export function bareCalls() {
  const dynamo = new DynamoDBClient({});
  const sqs = new SQSClient({});

  // What a condition refuses is an answer, to hemvist too.
  const refused = (error: unknown): void => {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  };

  return (call: Call): Promise<unknown> => {
    // Built by the SDK itself from the same fields, so that its types know nothing of what was recorded.
    const input = withBytes(call.body) as never;
    switch (call.target) {
      case "DynamoDB_20120810.PutItem":
        return dynamo.send(new PutItemCommand(input)).catch(refused);
      case "DynamoDB_20120810.GetItem":
        return dynamo.send(new GetItemCommand(input));
      case "DynamoDB_20120810.BatchGetItem":
        return dynamo.send(new BatchGetItemCommand(input));
      case "DynamoDB_20120810.BatchWriteItem":
        return dynamo.send(new BatchWriteItemCommand(input));
      case "DynamoDB_20120810.UpdateItem":
        return dynamo.send(new UpdateItemCommand(input));
      case "DynamoDB_20120810.Query":
        return dynamo.send(new QueryCommand(input));
      case "AmazonSQS.SendMessageBatch":
        return sqs.send(new SendMessageBatchCommand(input));
      default:
        return Promise.reject(new Error(`no bare call of ${call.target}`));
    }
  };
}

/** On the wire, bytes are Base64: `{ "B": "…" }`. */
function withBytes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withBytes);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  const [first] = entries;
  if (entries.length === 1 && first?.[0] === "B" && typeof first[1] === "string")
    return { B: Buffer.from(first[1], "base64") } satisfies AttributeValue;
  return Object.fromEntries(entries.map(([name, its]) => [name, withBytes(its)]));
}
