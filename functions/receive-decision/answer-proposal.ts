import { type CaseStore, type Proposed, proposeThrough, settle } from "@hemvist/casework";
import { type Fault, proposalProblem, readProposalAnswer } from "@hemvist/contracts";
import { type HttpAnswer, type HttpRequest, refusal } from "@hemvist/runtime";
import type { Arrival } from "./receive-decision.ts";

export type Answered =
  | { readonly kind: "unreadable"; readonly faults: readonly Fault[] }
  | {
      readonly kind: "read";
      readonly proposalId: string;
      readonly assignmentId: string;
      readonly proposed: Proposed;
    };

/** SF's answer to a provider's proposal. It never changes the decision: that takes a revision. */
export const answerProposal =
  ({ cases }: { readonly cases: CaseStore }) =>
  async ({ message, receivedAt, causationId, sender, traceparent }: Arrival): Promise<Answered> => {
    const read = readProposalAnswer(message);
    if (!read.ok) return { kind: "unreadable", faults: read.faults };
    const { assignmentId, proposalId } = read.value;
    const cause = { at: receivedAt, causationId, ...(traceparent ? { traceparent } : {}) };
    const proposed = await proposeThrough(cases, {
      assignmentId,
      decide: (record) => settle(record, read.value, { sender, cause }),
    });
    return { kind: "read", assignmentId, proposalId, proposed };
  };

/** POST /v1/assignments/{assignmentId}/proposals/{proposalId}/answer. */
export const postAnswer =
  (answer: (arrival: Arrival) => Promise<Answered>) =>
  async ({ body, parameters, receivedAt, requestId, traceparent }: HttpRequest): Promise<HttpAnswer> => {
    if (!isAddressed(body, parameters)) return refusal("no-such-proposal");
    const answered = await answer({
      message: body,
      receivedAt,
      causationId: requestId,
      ...(traceparent ? { traceparent } : {}),
    });
    if (answered.kind === "unreadable") return refusal("unreadable", { faults: answered.faults });
    const { proposed } = answered;
    if (proposed.kind !== "refused") return { status: 200, body: proposed.proposal };
    const { name, extensions } = proposalProblem(proposed.refusal);
    return refusal(name, extensions);
  };

/** Whether the ids in the message, if it has them, are those of its address. */
const isAddressed = (body: unknown, parameters: HttpRequest["parameters"]): boolean => {
  const sent = new Map(Object.entries(typeof body === "object" && body !== null ? body : {}));
  return ["assignmentId", "proposalId"].every(
    (name) => !sent.has(name) || sent.get(name) === parameters[name],
  );
};
