import type { ProposalRefusal } from "@hemvist/casework";
import type { ProblemName } from "./problem.ts";

/** The problem for a refused proposal or a refused answer to one, with its further members. */
export function proposalProblem(refusal: ProposalRefusal): {
  readonly name: ProblemName;
  readonly extensions: Readonly<Record<string, unknown>>;
} {
  switch (refusal.why) {
    case "no-such-assignment":
      return { name: "not-found", extensions: {} };
    case "assignment-ended":
      return { name: refusal.why, extensions: { assignmentStatus: refusal.status } };
    case "already-settled":
      return { name: refusal.why, extensions: { proposalStatus: refusal.status } };
    case "in-the-future":
      return { name: refusal.why, extensions: { receivedAt: refusal.receivedAt } };
    case "before-the-decision":
      return { name: refusal.why, extensions: { decidedOn: refusal.decidedOn } };
    case "too-many":
      return { name: refusal.why, extensions: { within: refusal.within, most: refusal.most } };
    case "no-room":
    case "not-yours":
    case "no-such-proposal":
    case "proposal-id-taken":
    case "not-within-assignment":
      return { name: refusal.why, extensions: {} };
  }
}
