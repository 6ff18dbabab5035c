import { dynamoCases, kmsPseudonyms, sqsDeadLetters, sqsOutlet } from "@hemvist/adapters";
import { httpApi, log, present, queueBatch, queueUrls, readSettings } from "@hemvist/runtime";
import type { APIGatewayProxyEvent, Context, SQSEvent } from "aws-lambda";
import { checkDecision, postDecision } from "./answer-http.ts";
import { receiveDecision } from "./receive-decision.ts";
import { takeDecision } from "./take-decision.ts";
import { told } from "./tell-operations.ts";

const settings = readSettings({ TABLE_NAME: present, PSEUDONYM_KEY_ID: present, QUEUE_URLS: queueUrls });

const receive = told(
  receiveDecision({
    cases: dynamoCases(settings.TABLE_NAME),
    pseudonyms: kmsPseudonyms(settings.PSEUDONYM_KEY_ID),
  }),
);

const http = httpApi({
  "/v1/decisions": { POST: postDecision(receive) },
  "/v1/decision-checks": { POST: checkDecision },
});

const queue = queueBatch(
  takeDecision({
    receive,
    deadLetters: sqsDeadLetters(settings.QUEUE_URLS),
    outlet: sqsOutlet(settings.QUEUE_URLS, {
      onRefused: (to, why) => log.error("queue took no message", why, { queue: to }),
    }),
  }),
);

/** A decision means the same whether it was posted or came on a queue. */
export const handler = (event: APIGatewayProxyEvent | SQSEvent, context: Context) =>
  "Records" in event ? queue(event) : http(event, context);
