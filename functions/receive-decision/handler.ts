import {
  caseReads,
  dynamoCases,
  kmsPseudonyms,
  nobody,
  queueReads,
  sqsDeadLetters,
  sqsOutlet,
} from "@hemvist/adapters";
import type { DeadLetter } from "@hemvist/casework";
import { deadLetterName, decisionsFrom, inboxOf, partiesOf } from "@hemvist/rules";
import {
  count,
  httpApi,
  keyId,
  log,
  type QueueMessage,
  queueBatch,
  queueUrls,
  readMunicipality,
  readSettings,
  selfChecking,
  tableName,
} from "@hemvist/runtime";
import type { APIGatewayProxyEvent, Context, SQSEvent } from "aws-lambda";
import { checkDecision, postDecision } from "./answer-http.ts";
import { answerProposal, postAnswer } from "./answer-proposal.ts";
import { receiveDecision } from "./receive-decision.ts";
import { takeDecision } from "./take-decision.ts";
import { isProposalAnswer, takeProposalAnswer } from "./take-proposal-answer.ts";
import { told, toldAnswer } from "./tell-operations.ts";

const municipality = readMunicipality();
const { administrations } = partiesOf(municipality);

const settings = readSettings({
  TABLE_NAME: tableName,
  PSEUDONYM_KEY_ID: keyId,
  QUEUE_URLS: queueUrls([
    ...administrations.map(inboxOf),
    ...administrations.map((code) => deadLetterName(decisionsFrom(code))),
  ]),
});

const cases = dynamoCases(settings.TABLE_NAME);
const pseudonyms = kmsPseudonyms(settings.PSEUDONYM_KEY_ID);
const receive = told(receiveDecision({ municipality, cases, pseudonyms }));
const answer = toldAnswer(answerProposal({ municipality, cases }));

const letters = sqsDeadLetters(settings.QUEUE_URLS);
const ways = {
  municipality,
  deadLetters: {
    setAside: async (letter: DeadLetter) => {
      await letters.setAside(letter);
      count("MessagesSetAside");
    },
  },
  outlet: sqsOutlet(settings.QUEUE_URLS, {
    onRefused: (to, why) => {
      log.error("queue took no message", why, { queue: to });
      count("QueuesRefused");
    },
  }),
};
const decision = takeDecision({ receive, ...ways });
const proposalAnswer = takeProposalAnswer({ answer, ...ways });

const http = httpApi({
  "/v1/decisions": { POST: postDecision({ receive, municipality }) },
  "/v1/decision-checks": { POST: checkDecision(municipality) },
  "/v1/assignments/{assignmentId}/proposals/{proposalId}/answer": { POST: postAnswer(answer) },
});

const queue = queueBatch(
  (message: QueueMessage): Promise<unknown> =>
    isProposalAnswer(message.body, municipality) ? proposalAnswer(message) : decision(message),
);

/** What an administration decides means the same whether it was posted or came on a queue. */
export const handler = selfChecking({
  settings,
  reads: {
    TABLE_NAME: { decisions: caseReads(cases).decisions },
    PSEUDONYM_KEY_ID: { pseudonym: () => pseudonyms.ofNumber(nobody) },
    QUEUE_URLS: queueReads(settings.QUEUE_URLS),
  },
  handler: async (event: APIGatewayProxyEvent | SQSEvent, context: Context) =>
    "Records" in event ? queue(event) : http(event, context),
});
