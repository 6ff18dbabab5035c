import { dynamoCases, sqsDeadLetters, sqsOutlet } from "@hemvist/adapters";
import { typeOf } from "@hemvist/contracts";
import {
  httpApi,
  log,
  present,
  type QueueMessage,
  queueBatch,
  queueUrls,
  readSettings,
} from "@hemvist/runtime";
import type { APIGatewayProxyEvent, Context, SQSEvent } from "aws-lambda";
import { postProgress } from "./answer-http.ts";
import { postProposal } from "./post-proposal.ts";
import { recordProgress } from "./record-progress.ts";
import { recordProposal } from "./record-proposal.ts";
import { takeProgress } from "./take-progress.ts";
import { isProposal, takeProposal } from "./take-proposal.ts";
import { told, toldProposals } from "./tell-operations.ts";

const settings = readSettings({ TABLE_NAME: present, QUEUE_URLS: queueUrls });

const cases = dynamoCases(settings.TABLE_NAME);
const record = told(recordProgress({ cases }));
const proposals = toldProposals(recordProposal({ cases }));

const ways = {
  deadLetters: sqsDeadLetters(settings.QUEUE_URLS),
  outlet: sqsOutlet(settings.QUEUE_URLS, {
    onRefused: (to, why) => log.error("queue took no message", why, { queue: to }),
  }),
};
const progress = takeProgress({ record, ...ways });
const proposal = takeProposal({ proposals, ...ways });

const http = httpApi({
  "/v1/assignments/{assignmentId}/progress": { POST: postProgress(record) },
  "/v1/assignments/{assignmentId}/proposals": { POST: postProposal(proposals.made) },
  "/v1/assignments/{assignmentId}/proposals/{proposalId}/withdrawal": {
    POST: postProposal(proposals.withdrawn),
  },
});

const queue = queueBatch((message: QueueMessage): Promise<unknown> => {
  const type = typeOf(message.body);
  return isProposal(type) ? proposal(message, type) : progress(message);
});

/** What a provider says means the same whether it was posted or came on a queue. */
export const handler = (event: APIGatewayProxyEvent | SQSEvent, context: Context) =>
  "Records" in event ? queue(event) : http(event, context);
