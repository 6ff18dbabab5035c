import { dynamoCases, sqsDeadLetters, sqsOutlet } from "@hemvist/adapters";
import { httpApi, log, present, queueBatch, queueUrls, readSettings } from "@hemvist/runtime";
import type { APIGatewayProxyEvent, Context, SQSEvent } from "aws-lambda";
import { postProgress } from "./answer-http.ts";
import { recordProgress } from "./record-progress.ts";
import { takeProgress } from "./take-progress.ts";
import { told } from "./tell-operations.ts";

const settings = readSettings({ TABLE_NAME: present, QUEUE_URLS: queueUrls });

const record = told(recordProgress({ cases: dynamoCases(settings.TABLE_NAME) }));

const http = httpApi({ "/v1/assignments/{assignmentId}/progress": { POST: postProgress(record) } });

const queue = queueBatch(
  takeProgress({
    record,
    deadLetters: sqsDeadLetters(settings.QUEUE_URLS),
    outlet: sqsOutlet(settings.QUEUE_URLS, {
      onRefused: (to, why) => log.error("queue took no message", why, { queue: to }),
    }),
  }),
);

/** A report means the same whether it was posted or came on a queue. */
export const handler = (event: APIGatewayProxyEvent | SQSEvent, context: Context) =>
  "Records" in event ? queue(event) : http(event, context);
