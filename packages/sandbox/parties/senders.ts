import { decisionsFrom, inboxOf, physicalName } from "@hemvist/rules";
import { type CameOut, readAnswer } from "../samples/answers.ts";
import type { Sample } from "../samples/samples.ts";
import type { Company } from "./company.ts";

export interface Sent {
  readonly way: string;
  readonly cameOut: CameOut;
}

/** Posts a decision over HTTP; the answer is in the response. */
export async function postDecision(
  { administrations }: Company,
  { administration, body }: Sample,
): Promise<Sent> {
  const { status, body: answer } = await administrations.party(administration).post("/v1/decisions", body);
  return { way: `POST /v1/decisions → ${status}`, cameOut: readAnswer(answer) };
}

/** Sends a decision to the administration's queue; the answer comes to its inbox. */
export async function sendDecision(
  { system, administrations }: Company,
  { administration, body }: Sample,
): Promise<Sent> {
  const queue = decisionsFrom(administration);
  const messageId = await administrations.party(administration).send(queue, body);
  await system.settle();
  const events = await administrations.takeInbox(administration);
  const answer = events.find(
    ({ causationid, type }) => causationid === messageId && type.includes(".decision."),
  );
  const inbox = physicalName(inboxOf(administration));
  if (answer === undefined) throw new Error(`no answer came to ${inbox}`);
  return { way: `${queue} → ${inbox}`, cameOut: readAnswer(answer.data) };
}
