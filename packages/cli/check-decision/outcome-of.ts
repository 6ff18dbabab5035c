import { answerFor, explained, prospects } from "@hemvist/casework";
import { type Fault, fault, isTooLarge, readDecision, readJson } from "@hemvist/contracts";
import { municipality } from "@hemvist/operations/municipality";
import { type CivilDate, classify } from "@hemvist/rules";

const unreadable = (faults: readonly Fault[]) => ({ outcome: "unreadable", faults }) as const;

/** The outcome of a decision, or everything that makes it unreadable. */
export function outcomeOf(text: string, receivedOn: CivilDate) {
  if (isTooLarge(text)) return unreadable([fault("", "message-too-large")]);
  const json = readJson(text);
  if (!json.ok) return unreadable([fault("", json.code)]);
  const read = readDecision(json.value, { receivedOn, municipality });
  if (!read.ok) return unreadable(read.faults);
  const judged = { decision: read.value, judgement: classify(read.value, { municipality, receivedOn }) };
  return explained(answerFor(judged, prospects(judged)), municipality);
}
