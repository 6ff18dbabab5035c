import type { PublishedKeys } from "@hemvist/adapters";
import type { CaseStore, DeadLetters, Outlet, Pseudonyms } from "@hemvist/casework";
import { type Municipality, partiesOf } from "@hemvist/rules";
import {
  type AccessTokens,
  admission,
  httpApi,
  type MessageSignatures,
  queueBatch,
  signatureChecked,
  twoWaysIn,
} from "@hemvist/runtime";
import { checkDecision, postDecision } from "./answer-http.ts";
import { answerProposal, postAnswer } from "./answer-proposal.ts";
import { type Heard, noting } from "./note-heard.ts";
import { inTime } from "./promised-answer.ts";
import { readKeys } from "./read-keys.ts";
import { receiveDecision } from "./receive-decision.ts";
import { takeMessage } from "./take-message.ts";

interface Ports {
  readonly municipality: Municipality;
  readonly cases: CaseStore;
  readonly pseudonyms: Pseudonyms;
  readonly deadLetters: DeadLetters;
  readonly outlet: Outlet;
  readonly tokens: Pick<AccessTokens, "read">;
  readonly signatures: Pick<MessageSignatures, "faultIn">;
  /** Keeps when the newest decision of an administration came, so that its silence is noticed. */
  readonly heard: Heard;
  readonly keys: PublishedKeys;
}

/** A decision means the same over HTTP and on its queue. */
export function receiving(ports: Ports) {
  const { municipality, tokens, signatures, keys } = ports;
  const receive = noting(receiveDecision(ports), ports.heard);
  const answer = answerProposal(ports);
  return twoWaysIn({
    http: httpApi(
      {
        "/v1/decisions": { POST: inTime(postDecision({ receive, municipality })) },
        "/v1/decision-checks": { POST: checkDecision(municipality) },
        "/v1/assignments/{assignmentId}/proposals/{proposalId}/answer": { POST: postAnswer(answer) },
        "/v1/jwks.json": { GET: readKeys(keys) },
      },
      admission({ tokens, parties: partiesOf(municipality) }),
    ),
    queue: queueBatch(signatureChecked(signatures, takeMessage({ ...ports, receive, answer }))),
  });
}
