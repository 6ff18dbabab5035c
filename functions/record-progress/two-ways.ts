import type { CaseStore, DeadLetters, Outlet } from "@hemvist/casework";
import { type Municipality, partiesOf } from "@hemvist/rules";
import { type AccessTokens, admission, httpApi, queueBatch, twoWaysIn } from "@hemvist/runtime";
import { postProgress } from "./answer-http.ts";
import { logged, loggedProposals } from "./log-outcome.ts";
import { postProposal } from "./post-proposal.ts";
import { recordProgress } from "./record-progress.ts";
import { recordProposal } from "./record-proposal.ts";
import { takeMessage } from "./take-message.ts";

interface Ports {
  readonly municipality: Municipality;
  readonly cases: CaseStore;
  readonly deadLetters: DeadLetters;
  readonly outlet: Outlet;
  readonly tokens: Pick<AccessTokens, "read">;
}

/** A report means the same over HTTP and on its queue. */
export function recording(ports: Ports) {
  const { municipality, tokens } = ports;
  const record = logged(recordProgress(ports));
  const proposals = loggedProposals(recordProposal(ports));
  return twoWaysIn({
    http: httpApi(
      {
        "/v1/assignments/{assignmentId}/progress": { POST: postProgress(record) },
        "/v1/assignments/{assignmentId}/proposals": { POST: postProposal(proposals.made) },
        "/v1/assignments/{assignmentId}/proposals/{proposalId}/withdrawal": {
          POST: postProposal(proposals.withdrawn),
        },
      },
      admission({ tokens, parties: partiesOf(municipality) }),
    ),
    queue: queueBatch(takeMessage({ ...ports, record, proposals })),
  });
}
