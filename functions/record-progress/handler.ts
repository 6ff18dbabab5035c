import { caseReads, dynamoCases, queueReads, sqsDeadLetters, sqsOutlet } from "@hemvist/adapters";
import type { DeadLetter } from "@hemvist/casework";
import { assignmentsOf, deadLetterName, partiesOf, progressFrom } from "@hemvist/rules";
import {
  count,
  httpApi,
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
import { postProgress } from "./answer-http.ts";
import { postProposal } from "./post-proposal.ts";
import { recordProgress } from "./record-progress.ts";
import { recordProposal } from "./record-proposal.ts";
import { takeProgress } from "./take-progress.ts";
import { proposalIn, takeProposal } from "./take-proposal.ts";
import { told, toldProposals } from "./tell-operations.ts";

const municipality = readMunicipality();
const { executors } = partiesOf(municipality);

const settings = readSettings({
  TABLE_NAME: tableName,
  QUEUE_URLS: queueUrls([
    ...executors.map(assignmentsOf),
    ...executors.map((code) => deadLetterName(progressFrom(code))),
  ]),
});

const cases = dynamoCases(settings.TABLE_NAME);
const record = told(recordProgress({ municipality, cases }));
const proposals = toldProposals(recordProposal({ municipality, cases }));

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
  const type = proposalIn(message.body, municipality);
  return type ? proposal(message, type) : progress(message);
});

/** What a provider says means the same whether it was posted or came on a queue. */
export const handler = selfChecking({
  settings,
  reads: {
    TABLE_NAME: { decisions: caseReads(cases).decisions },
    QUEUE_URLS: queueReads(settings.QUEUE_URLS),
  },
  handler: async (event: APIGatewayProxyEvent | SQSEvent, context: Context) =>
    "Records" in event ? queue(event) : http(event, context),
});
