import { dynamoCases, kmsPseudonyms, sqsDeadLetters, sqsOutlet } from "@hemvist/adapters";
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
import { checkDecision, postDecision } from "./answer-http.ts";
import { answerProposal, postAnswer } from "./answer-proposal.ts";
import { receiveDecision } from "./receive-decision.ts";
import { takeDecision } from "./take-decision.ts";
import { isProposalAnswer, takeProposalAnswer } from "./take-proposal-answer.ts";
import { told, toldAnswer } from "./tell-operations.ts";

const settings = readSettings({ TABLE_NAME: present, PSEUDONYM_KEY_ID: present, QUEUE_URLS: queueUrls });

const cases = dynamoCases(settings.TABLE_NAME);
const receive = told(receiveDecision({ cases, pseudonyms: kmsPseudonyms(settings.PSEUDONYM_KEY_ID) }));
const answer = toldAnswer(answerProposal({ cases }));

const ways = {
  deadLetters: sqsDeadLetters(settings.QUEUE_URLS),
  outlet: sqsOutlet(settings.QUEUE_URLS, {
    onRefused: (to, why) => log.error("queue took no message", why, { queue: to }),
  }),
};
const decision = takeDecision({ receive, ...ways });
const proposalAnswer = takeProposalAnswer({ answer, ...ways });

const http = httpApi({
  "/v1/decisions": { POST: postDecision(receive) },
  "/v1/decision-checks": { POST: checkDecision },
  "/v1/assignments/{assignmentId}/proposals/{proposalId}/answer": { POST: postAnswer(answer) },
});

const queue = queueBatch(
  (message: QueueMessage): Promise<unknown> =>
    isProposalAnswer(typeOf(message.body)) ? proposalAnswer(message) : decision(message),
);

/** What an administration decides means the same whether it was posted or came on a queue. */
export const handler = (event: APIGatewayProxyEvent | SQSEvent, context: Context) =>
  "Records" in event ? queue(event) : http(event, context);
