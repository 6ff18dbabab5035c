import { IdempotencyConfig, makeIdempotent } from "@aws-lambda-powertools/idempotency";
import { DynamoDBPersistenceLayer } from "@aws-lambda-powertools/idempotency/dynamodb";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { CreateScheduleCommand, SchedulerClient } from "@aws-sdk/client-scheduler";
import { SQSClient } from "@aws-sdk/client-sqs";
import { DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Contender, Place } from "./contender.ts";
import { answered, decided, itemOf, sendAll } from "./same-work.ts";
import { powertoolsTables as tables } from "./tables.ts";

/**
 * Powertools' idempotency around put, send, and one schedule per decision. The idempotency utility by its documentation:
 * https://docs.aws.amazon.com/powertools/typescript/latest/features/idempotency/
 * The schedule by EventBridge Scheduler's, once at an instant and then deleted:
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-delete.html
 * It has what the documentation offers and no more: a crash between put and send is repaired only when the sender tries
 * again.
 */
export function powertools({ queuesUrl }: Place): Contender {
  const document = DynamoDBDocumentClient.from(new DynamoDBClient({}), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const sqs = new SQSClient({});
  const scheduler = new SchedulerClient({});

  const takeIn = makeIdempotent(
    async (body: string): Promise<string> => {
      const record = await decided(body);
      const item = itemOf(record);
      await document.send(new PutCommand({ TableName: tables.decisions, Item: item }));
      await sendAll(sqs, queuesUrl, record.outbox);
      await scheduler.send(
        new CreateScheduleCommand({
          Name: item.pk,
          ScheduleExpression: `at(${(record.dueAt ?? "").slice(0, 19)})`,
          FlexibleTimeWindow: { Mode: "OFF" },
          ActionAfterCompletion: "DELETE",
          Target: {
            Arn: "arn:aws:lambda:eu-north-1:000000000000:function:follow-up",
            RoleArn: "arn:aws:iam::000000000000:role/follow-up",
            Input: JSON.stringify({ pk: item.pk }),
          },
        }),
      );
      return answered(record);
    },
    {
      persistenceStore: new DynamoDBPersistenceLayer({ tableName: tables.idempotency }),
      config: new IdempotencyConfig({}),
    },
  );
  return { takeIn, handOn: () => Promise.resolve() };
}
