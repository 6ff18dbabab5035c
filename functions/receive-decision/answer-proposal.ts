import {
  type CaseStore,
  correlationOf,
  type Proposed,
  proposeThrough,
  reachesAsAdministration,
  settle,
} from "@hemvist/casework";
import { type Fault, proposalNamedIn, proposalProblem, readProposalAnswer } from "@hemvist/contracts";
import { civilDateAt, type Municipality } from "@hemvist/rules";
import { about, type HttpAnswer, type HttpRequest, refusal } from "@hemvist/runtime";
import type { Arrival } from "./arrival.ts";
import { noteProposalAnswer } from "./log-outcome.ts";

export type Answered =
  | { readonly kind: "unreadable"; readonly faults: readonly Fault[] }
  | {
      readonly kind: "read";
      readonly proposalId: string;
      readonly assignmentId: string;
      readonly proposed: Proposed;
    };

/** SF's answer to a provider's proposal. It never changes the decision. Only a revision does. */
export const answerProposal =
  ({ municipality, cases }: { readonly municipality: Municipality; readonly cases: CaseStore }) =>
  async ({ message, receivedAt, causationId, sender, traceparent }: Arrival): Promise<Answered> => {
    const read = readProposalAnswer(message);
    if (!read.ok) return { kind: "unreadable", faults: read.faults };
    const { assignmentId, proposalId } = read.value;
    about(correlationOf(assignmentId));
    const cause = { municipality, at: receivedAt, causationId, ...(traceparent ? { traceparent } : {}) };
    const proposed = await proposeThrough(cases, {
      assignmentId,
      decide: (record) => settle(record, read.value, { sender, cause }),
    });
    return { kind: "read", assignmentId, proposalId, proposed };
  };

/** POST /v1/assignments/{assignmentId}/proposals/{proposalId}/answer. */
export const postAnswer =
  (answer: (arrival: Arrival) => Promise<Answered>) =>
  async ({ caller, body, parameters, ...request }: HttpRequest): Promise<HttpAnswer> => {
    const { receivedAt, requestId, traceparent } = request;
    const named = proposalNamedIn(body, civilDateAt(receivedAt));
    if (!reachesAsAdministration(parameters["assignmentId"] ?? "", caller))
      return refusal("not-found", named);
    if (!isAddressed(body, parameters)) return refusal("no-such-proposal", named);
    const answered = await answer({
      message: body,
      receivedAt,
      causationId: requestId,
      sender: caller.party,
      ...(traceparent ? { traceparent } : {}),
    });
    noteProposalAnswer(answered);
    if (answered.kind === "unreadable") return refusal("unreadable", { ...named, faults: answered.faults });
    const { proposed } = answered;
    if (proposed.kind !== "refused") return { status: 200, body: proposed.proposal };
    const { name, extensions } = proposalProblem(proposed.refusal);
    return refusal(name, { ...named, ...extensions });
  };

/** A missing id is another fault. UUIDs are compared without case, and no two other ids differ only by case. */
const isSame = (sent: unknown, addressed = ""): boolean =>
  typeof sent !== "string" || sent.toLowerCase() === addressed.toLowerCase();

/** Whether the ids in the message, if it has them, are those of its address. */
const isAddressed = (body: unknown, parameters: HttpRequest["parameters"]): boolean => {
  const sent = new Map(Object.entries(typeof body === "object" && body !== null ? body : {}));
  return (
    isSame(sent.get("assignmentId"), parameters["assignmentId"]) &&
    isSame(sent.get("proposalId"), parameters["proposalId"])
  );
};
