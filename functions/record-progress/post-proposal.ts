import { proposalNamedIn, proposalProblem } from "@hemvist/contracts";
import { civilDateAt } from "@hemvist/rules";
import { type HttpAnswer, type HttpRequest, refusal } from "@hemvist/runtime";
import { noteProposal } from "./log-outcome.ts";
import type { Acts } from "./record-proposal.ts";

/** POST /v1/assignments/{assignmentId}/proposals, and …/proposals/{proposalId}/withdrawal. */
export const postProposal =
  (what: keyof Acts, acts: Acts) =>
  async ({ caller, body, parameters, receivedAt, traceparent }: HttpRequest): Promise<HttpAnswer> => {
    const named = proposalNamedIn(body, civilDateAt(receivedAt));
    if (namesAnother(body, parameters["proposalId"])) return refusal("no-such-proposal", named);
    const recorded = await acts[what]({
      message: body,
      receivedAt,
      sender: caller.party,
      addressedTo: parameters["assignmentId"] ?? "",
      ...(traceparent ? { traceparent } : {}),
    });
    noteProposal(recorded, what);
    if (recorded.kind === "unreadable") return refusal("unreadable", { ...named, faults: recorded.faults });
    const { proposed } = recorded;
    if (proposed.kind !== "refused") return { status: 200, body: proposed.proposal };
    const { name, extensions } = proposalProblem(proposed.refusal);
    return refusal(name, { ...named, ...extensions });
  };

/** Whether the message concerns another proposal than the one in its address. */
const namesAnother = (body: unknown, addressed: string | undefined): boolean =>
  addressed !== undefined &&
  typeof body === "object" &&
  body !== null &&
  "proposalId" in body &&
  typeof body.proposalId === "string" &&
  body.proposalId.toLowerCase() !== addressed.toLowerCase();
