import type { SQSClient } from "@aws-sdk/client-sqs";
import { type MessageSigner, sqsDeadLetters, sqsOutlet } from "@hemvist/adapters";
import type { CaseRecord, CaseStore, Pseudonyms } from "@hemvist/casework";
import type { Municipality } from "@hemvist/rules";
import { type MessageSignatures, type QueueMessage, queueBatch } from "@hemvist/runtime";
import { followUpDue } from "../../../functions/follow-up/follow-up-due.ts";
import { handOff } from "../../../functions/hand-off/hand-off.ts";
import { answerProposal } from "../../../functions/receive-decision/answer-proposal.ts";
import { receiveDecision } from "../../../functions/receive-decision/receive-decision.ts";
import { takeMessage } from "../../../functions/receive-decision/take-message.ts";
import { recordProgress } from "../../../functions/record-progress/record-progress.ts";
import { recordProposal } from "../../../functions/record-progress/record-proposal.ts";
import { takeMessage as takeFromProvider } from "../../../functions/record-progress/take-message.ts";
import { redrivePlan } from "../../../packages/operations/redrive/redrive-plan.ts";
import { readStrictly } from "../faults/next-code.ts";
import { hour } from "../world/virtual-time.ts";
import { queueUrls } from "./party-queues.ts";

/** What came of a message: how `receive-decision` says it, or `taken` where nothing more is said. */
export type Ending = "recorded" | "known" | "content-differs" | "revision-skipped" | "unreadable" | "taken";

/** What one run reaches outside itself. */
export interface Dependencies {
  readonly municipality: Municipality;
  readonly cases: CaseStore;
  readonly pseudonyms: Pseudonyms;
  readonly sqs: SQSClient;
  readonly signer: MessageSigner;
}

/** What the real functions are put together from; a test breaks one of them to see that an invariant finds it. */
export interface Parts {
  readonly queueBatch: typeof queueBatch;
  readonly handOff: typeof handOff;
  readonly takeMessage: typeof takeMessage;
  readonly followUpDue: typeof followUpDue;
  readonly redrivePlan: typeof redrivePlan;
  /** Reads a record that a newer version of the code may have written. */
  readonly read: (record: CaseRecord) => CaseRecord;
  /** What stands between the functions and the store: nothing. */
  readonly cases: (cases: CaseStore) => CaseStore;
  /** What stands between the functions and the signing key: nothing. */
  readonly signer: (signer: MessageSigner) => MessageSigner;
  /** What stands between the functions and the check of a party's signature: nothing. */
  readonly signatures: (signatures: Pick<MessageSignatures, "faultIn">) => Pick<MessageSignatures, "faultIn">;
  /** How long after its publication a new signing key signs: the steps in docs/security/keys.md ask for an hour. */
  readonly newKeySignsAfter: number;
}

export const realParts: Parts = {
  queueBatch,
  handOff,
  takeMessage,
  followUpDue,
  redrivePlan,
  read: readStrictly,
  cases: (cases) => cases,
  signer: (signer) => signer,
  signatures: (signatures) => signatures,
  newKeySignsAfter: hour,
};

/** As `functions/receive-decision` takes a queue's message, without its log and its metrics. */
export async function receiveMessage(
  message: QueueMessage,
  { municipality, cases, pseudonyms, ...sending }: Dependencies,
  parts: Parts,
): Promise<Ending> {
  const ports = { municipality, cases, pseudonyms, ...outletsOf(sending) };
  const take = parts.takeMessage({
    ...ports,
    receive: receiveDecision(ports),
    answer: answerProposal(ports),
  });
  return (await take(message)).kind;
}

/** As `functions/record-progress` does. */
export async function recordMessage(
  message: QueueMessage,
  { municipality, cases, ...sending }: Dependencies,
): Promise<Ending> {
  const ports = { municipality, cases, ...outletsOf(sending) };
  const take = takeFromProvider({
    ...ports,
    record: recordProgress(ports),
    proposals: recordProposal(ports),
  });
  await take(message);
  return "taken";
}

const outletsOf = ({ sqs, signer }: Pick<Dependencies, "sqs" | "signer">) => ({
  deadLetters: sqsDeadLetters(queueUrls, sqs),
  outlet: sqsOutlet(queueUrls, { signer, client: sqs }),
});
