import { DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { SendMessageBatchCommand, SQSClient } from "@aws-sdk/client-sqs";

/**
 * The plain function with two clients: barebones clients made once, outside the handler, and a command for each call.
 * This is what AWS recommends against slow starts:
 * https://aws.amazon.com/blogs/developer/reduce-lambda-cold-start-times-migrate-to-aws-sdk-for-javascript-v3/
 * `two-clients-bundle.ts` builds it as Lambda's documentation says.
 */
const dynamo = new DynamoDBClient({});
const sqs = new SQSClient({});

export const handler = async ({ id, body }: { readonly id: string; readonly body: string }) => {
  await dynamo.send(
    new PutItemCommand({ TableName: "decisions", Item: { pk: { S: id }, body: { S: body } } }),
  );
  await sqs.send(
    new SendMessageBatchCommand({ QueueUrl: "assignments", Entries: [{ Id: "0", MessageBody: body }] }),
  );
};
