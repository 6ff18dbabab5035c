import type { FunctionCheck, IdMarks, MessageSigner, Seal } from "@hemvist/adapters";
import type { AccessLog, Pseudonyms } from "@hemvist/casework";
import {
  acts,
  CannotRun,
  decisionAsked,
  NotAsked,
  type Places,
  systemOnAws,
  troubleOf,
} from "@hemvist/operations";
import { about, asUnit, count, log, loggedAccess, type SignedRequest, signedRequest } from "@hemvist/runtime";
import { answer, type HttpAnswer, unanswered } from "./answer.ts";

interface Ports {
  readonly places: Places;
  readonly seal: Seal;
  readonly accesses: Pick<AccessLog, "write">;
  readonly marks: Pick<IdMarks, "of">;
  readonly pseudonyms: Pick<Pseudonyms, "ofNumber">;
  readonly ownChecks: () => Promise<FunctionCheck["checks"]>;
  readonly signer: MessageSigner;
  /** How many messages one operator may send again or discard alone, by a command and within a day. */
  readonly mostAlone: number;
}

/**
 * Does one act of an operator. The path names it. Who asks is what Lambda says of the signature, and nothing that the
 * caller wrote.
 */
export function operating({ accesses, ...reached }: Ports) {
  const ports = { ...reached, logAccess: loggedAccess(accesses) };
  return (event: unknown): Promise<HttpAnswer> => {
    const request = signedRequest(event);
    if (request === undefined) return Promise.resolve(unanswered(403, { why: { error: "NotSigned" } }));
    return asUnit({ requestId: request.requestId }, () => acted(request));
  };

  async function acted({ path, body, at, caller }: SignedRequest): Promise<HttpAnswer> {
    about(decisionAsked(body));
    const act = acts.get(path);
    if (act === undefined) return unanswered(404, { why: { error: "NoSuchAct" } });
    try {
      const done = await act(body, { system: systemOnAws({ ...ports, now: at }), who: caller });
      log.info("operator answered", { act: path });
      return answer(200, done);
    } catch (error) {
      return refusalBy(error, path);
    }
  }
}

/** A command that cannot run is no fault of hemvist's. Any other error is logged, and an alarm counts it. */
function refusalBy(error: unknown, act: string): HttpAnswer {
  if (error instanceof NotAsked) return unanswered(400, { why: troubleOf(error) });
  if (error instanceof CannotRun) {
    const { text, cause } = error;
    return unanswered(409, { text, ...(cause === undefined ? {} : { why: troubleOf(cause) }) });
  }
  log.error("operator not answered", error, { act });
  count("OperatorsUnanswered");
  return unanswered(502, { why: troubleOf(error) });
}
