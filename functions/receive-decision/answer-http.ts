import { type Answer, answerFor, answerOf, correlationIdOf, explained, prospects } from "@hemvist/casework";
import { decisionNamedIn, readDecision } from "@hemvist/contracts";
import { type CivilDate, civilDateAt, classify, type Municipality } from "@hemvist/rules";
import { about, type HttpAnswer, type HttpRequest, refusal } from "@hemvist/runtime";
import type { Arrival } from "./arrival.ts";
import { noteDecision } from "./log-outcome.ts";
import type { Received } from "./receive-decision.ts";

interface Posting {
  readonly receive: (arrival: Arrival) => Promise<Received>;
  readonly municipality: Municipality;
}

/** POST /v1/decisions. */
export const postDecision =
  ({ receive, municipality }: Posting) =>
  async ({ caller, body, receivedAt, requestId, traceparent, baseUrl }: HttpRequest): Promise<HttpAnswer> => {
    const received = await receive({
      message: body,
      receivedAt,
      causationId: requestId,
      sender: caller.party,
      ...(traceparent ? { traceparent } : {}),
    });
    noteDecision(received, caller.party);
    const named = decisionNamedIn(body, { receivedOn: civilDateAt(receivedAt), municipality });
    switch (received.kind) {
      case "unreadable":
        return refusal("unreadable", { ...named, faults: received.faults });
      case "not-yours":
        return refusal("not-yours", named);
      case "content-differs":
        return refusal("content-differs", { ...named, revision: received.revision });
      case "revision-skipped":
        return refusal("revision-skipped", { ...named, expectedRevision: received.expectedRevision });
      case "recorded":
        return verdict(answerOf(received.record), { status: 202, baseUrl, municipality });
      case "known":
        return verdict(answerOf(received.record, received.revision), { status: 200, baseUrl, municipality });
    }
  };

function verdict(
  plain: Answer,
  { status, baseUrl, municipality }: { status: 200 | 202; baseUrl: string; municipality: Municipality },
): HttpAnswer {
  const answer = explained(plain, municipality);
  if (answer.outcome === "returned") return refusal("returned", { ...answer });
  const Location = `${baseUrl}/v1/decisions/${answer.administration}/${answer.decisionId}`;
  return { status, body: answer, headers: { Location } };
}

/** POST /v1/decision-checks: the outcome a decision would get, and nothing is stored. */
export const checkDecision =
  (municipality: Municipality) =>
  ({ caller, body, receivedAt }: HttpRequest): Promise<HttpAnswer> =>
    Promise.resolve(
      checked(body, { party: caller.party, receivedOn: civilDateAt(receivedAt), municipality }),
    );

function checked(
  body: unknown,
  {
    party,
    ...when
  }: { readonly party: string; readonly receivedOn: CivilDate; readonly municipality: Municipality },
): HttpAnswer {
  const read = readDecision(body, when);
  const named = decisionNamedIn(body, when);
  if (!read.ok) return refusal("unreadable", { ...named, faults: read.faults });
  about(correlationIdOf(read.value));
  if (read.value.administration !== party) return refusal("not-yours", named);
  const judged = { decision: read.value, judgement: classify(read.value, when) };
  return { status: 200, body: explained(answerFor(judged, prospects(judged)), when.municipality) };
}
