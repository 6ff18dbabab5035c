import { type Answer, answerFor, answerOf, explained, prospects } from "@hemvist/casework";
import { decisionNamedIn, readDecision } from "@hemvist/contracts";
import { civilDateAt, classify } from "@hemvist/rules";
import { type HttpAnswer, type HttpRequest, refusal } from "@hemvist/runtime";
import type { Arrival, Received } from "./receive-decision.ts";

/** POST /v1/decisions. */
export const postDecision =
  (receive: (arrival: Arrival) => Promise<Received>) =>
  async ({ body, receivedAt, requestId, traceparent, baseUrl }: HttpRequest): Promise<HttpAnswer> => {
    const received = await receive({
      message: body,
      receivedAt,
      causationId: requestId,
      ...(traceparent ? { traceparent } : {}),
    });
    const named = decisionNamedIn(body, civilDateAt(receivedAt));
    switch (received.kind) {
      case "unreadable":
        return refusal("unreadable", { ...named, faults: received.faults });
      case "content-differs":
        return refusal("content-differs", { ...named, revision: received.revision });
      case "revision-skipped":
        return refusal("revision-skipped", { ...named, expectedRevision: received.expectedRevision });
      case "recorded":
        return verdict(answerOf(received.record), { status: 202, baseUrl });
      case "known":
        return verdict(answerOf(received.record, received.revision), { status: 200, baseUrl });
    }
  };

function verdict(plain: Answer, { status, baseUrl }: { status: 200 | 202; baseUrl: string }): HttpAnswer {
  const answer = explained(plain);
  if (answer.outcome === "returned") return refusal("returned", { ...answer });
  const Location = `${baseUrl}/v1/decisions/${answer.administration}/${answer.decisionId}`;
  return { status, body: answer, headers: { Location } };
}

/** POST /v1/decision-checks: the outcome a decision would get, and nothing is stored. */
export const checkDecision = ({ body, receivedAt }: HttpRequest): Promise<HttpAnswer> =>
  Promise.resolve(checked(body, receivedAt));

function checked(body: unknown, receivedAt: string): HttpAnswer {
  const receivedOn = civilDateAt(receivedAt);
  const read = readDecision(body, receivedOn);
  if (!read.ok) return refusal("unreadable", { ...decisionNamedIn(body, receivedOn), faults: read.faults });
  const judged = { decision: read.value, judgement: classify(read.value, { receivedOn }) };
  return { status: 200, body: explained(answerFor(judged, prospects(judged))) };
}
