import { type DurableContext, withDurableExecution } from "@aws/durable-execution-sdk-js";
import { LocalDurableTestRunner, WaitingOperationStatus } from "@aws/durable-execution-sdk-js-testing";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SQSClient } from "@aws-sdk/client-sqs";
import { DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Contender, Place } from "./contender.ts";
import { answered, decided, itemOf, sendAll } from "./same-work.ts";
import { durableTables as tables } from "./tables.ts";

/**
 * A Lambda durable execution per decision: a step judges and stores it, and a callback sends its messages and waits for
 * the provider to acknowledge them. By Lambda's documentation, on its own local test runner:
 * https://docs.aws.amazon.com/lambda/latest/dg/durable-functions.html
 * https://docs.aws.amazon.com/lambda/latest/dg/durable-testing.html
 * A decision is taken in when its execution waits. The runner keeps checkpoints in memory: what Lambda's own take is not
 * in the time.
 */
export async function durableExecution({ queuesUrl }: Place): Promise<Contender> {
  const document = DynamoDBDocumentClient.from(new DynamoDBClient({}), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const sqs = new SQSClient({});

  const handlerFunction = withDurableExecution(
    async ({ body }: { body: string }, context: DurableContext) => {
      const record = await context.step("judge-and-store", async () => {
        const decision = await decided(body);
        await document.send(new PutCommand({ TableName: tables.decisions, Item: itemOf(decision) }));
        return decision;
      });
      await context.waitForCallback(
        "acknowledged",
        () => sendAll(sqs, queuesUrl, record.outbox),
        // Lambda ends an execution after 366 days at most.
        { timeout: { days: 366 } },
      );
      return answered(record);
    },
  );

  await LocalDurableTestRunner.setupTestEnvironment({ skipTime: false });
  const waiting: (() => Promise<unknown>)[] = [];

  return {
    async takeIn(body) {
      const runner = new LocalDurableTestRunner<string>({ handlerFunction });
      const running = runner.run({ payload: { body } });
      const acknowledged = runner.getOperation("acknowledged");
      await Promise.race([acknowledged.waitForData(WaitingOperationStatus.SUBMITTED), running]);
      waiting.push(async () => {
        await acknowledged.sendCallbackSuccess("received");
        return running;
      });
    },
    handOn: () => Promise.resolve(),
    async end() {
      for (const go of waiting.splice(0)) await go();
      await LocalDurableTestRunner.teardownTestEnvironment();
    },
  };
}
