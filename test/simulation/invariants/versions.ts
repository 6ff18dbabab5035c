import { type CaseRecord, correlationIdOf } from "@hemvist/casework";
import { type Municipality, modelInForceOn } from "@hemvist/rules";
import { asBothKnowIt, hasNewField, modelOf } from "../faults/next-code.ts";
import type { Violations } from "./violations.ts";

/** What must hold of a write where several versions of the code, and of the model, are about. */
export function checkVersions(
  record: CaseRecord,
  before: CaseRecord | undefined,
  {
    municipality,
    violations: { check },
  }: { readonly municipality: Municipality; readonly violations: Violations },
): void {
  const { standing } = record;
  const name = (): string => `${correlationIdOf(record)} version ${record.version}`;
  const isKept = before === undefined || !hasNewField(before) || hasNewField(record);
  check(isKept, "no version writes back less than it found", name);

  const earlier = before?.standing;
  if (standing === undefined || standing === earlier) return;
  const isJudgedNow = earlier?.contentHash !== standing.contentHash;
  if (!isJudgedNow) {
    check(before !== undefined && modelOf(before) === modelOf(record), "a judgement keeps its model", name);
    return;
  }
  const model = modelOf(asBothKnowIt(record));
  const isInForce = model === modelInForceOn(municipality, standing.decision.decidedOn)?.name;
  check(isInForce, "a decision is judged by the model in force on its date", name);
}
