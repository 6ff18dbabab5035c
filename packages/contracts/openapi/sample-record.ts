import { type CaseRecord, receive, reportProgress } from "@hemvist/casework";
import { civilDateAt, type Municipality } from "@hemvist/rules";
import { contentHash } from "../canonical-json.ts";
import { readDecision } from "../decision-message.ts";
import { readProgress } from "../progress-message.ts";

/** The record after a sample decision, received at an instant. @throws where the sample is not a sound one */
export function afterDecision(
  message: unknown,
  {
    at,
    municipality,
    before,
  }: { readonly at: string; readonly municipality: Municipality; readonly before?: CaseRecord },
): CaseRecord {
  const read = readDecision(message, { receivedOn: civilDateAt(at), municipality });
  if (!read.ok) throw new Error(`a sample cannot be read: ${read.faults.map(({ code }) => code).join()}`);
  const decision = read.value;
  const incoming = { decision, contentHash: contentHash(message), personKey: "a-pseudonym" };
  const reception = receive(before, incoming, {
    municipality,
    at,
    causationId: `revision ${decision.revision}`,
  });
  if (reception.kind !== "recorded") throw new Error(`a sample is not received: ${reception.kind}`);
  return reception.record;
}

/** The record and its assignment after a sample report. @throws where the sample is not a sound one */
export function afterProgress(record: CaseRecord, message: unknown, municipality: Municipality) {
  const read = readProgress(message);
  if (!read.ok) throw new Error(`a sample cannot be read: ${read.faults.map(({ code }) => code).join()}`);
  const cause = { municipality, at: read.value.occurredAt, causationId: read.value.progressId };
  const reported = reportProgress(record, read.value, { cause });
  if (reported.kind !== "recorded") throw new Error("a sample report is not taken");
  return reported;
}
