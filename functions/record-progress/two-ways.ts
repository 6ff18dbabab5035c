import type { CaseStore, DeadLetters, OnUnreadable, Outlet } from "@hemvist/casework";
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
import { postProgress } from "./answer-http.ts";
import { postProposal } from "./post-proposal.ts";
import { type Ports as ActPorts, recordProgress } from "./record-progress.ts";
import { recordProposal } from "./record-proposal.ts";
import { takeMessage } from "./take-message.ts";

interface Ports {
  readonly municipality: Municipality;
  readonly cases: CaseStore;
  readonly deadLetters: DeadLetters;
  readonly outlet: Outlet;
  readonly tokens: Pick<AccessTokens, "read">;
  readonly signatures: Pick<MessageSignatures, "faultIn">;
  /** Gets each record that cannot be read, and that an answer over HTTP therefore does not know. */
  readonly onUnreadable: OnUnreadable;
}

const actsOn = (ports: ActPorts) => ({
  record: recordProgress(ports),
  proposals: recordProposal(ports),
});

/**
 * A report means the same over HTTP and on its queue. A record that cannot be read is the one difference: a queue
 * delivers the report again, and at last sets it aside for operations.
 */
export function recording({ onUnreadable, ...ports }: Ports) {
  const { municipality, tokens, signatures } = ports;
  const { record, proposals } = actsOn({ ...ports, onUnreadable });
  return twoWaysIn({
    http: httpApi(
      {
        "/v1/assignments/{assignmentId}/progress": { POST: postProgress(record) },
        "/v1/assignments/{assignmentId}/proposals": { POST: postProposal("made", proposals) },
        "/v1/assignments/{assignmentId}/proposals/{proposalId}/withdrawal": {
          POST: postProposal("withdrawn", proposals),
        },
      },
      admission({ tokens, parties: partiesOf(municipality) }),
    ),
    queue: queueBatch(signatureChecked(signatures, takeMessage({ ...ports, ...actsOn(ports) }))),
  });
}
