import { decisionOf } from "./addresses.ts";
import type { CaseRecord } from "./case-record.ts";
import type { CaseStore } from "./ports.ts";
import type { Proposed } from "./propose.ts";
import { writeThrough } from "./write-through.ts";

/** Finds the decision of an assignment, and stores what `decide` returns for its proposals. */
export function proposeThrough(
  store: CaseStore,
  { assignmentId, decide }: { assignmentId: string; decide: (record: CaseRecord) => Proposed },
): Promise<Proposed> {
  const unknown: Proposed = { kind: "refused", refusal: { why: "no-such-assignment" } };
  const key = decisionOf(assignmentId);
  if (key === undefined) return Promise.resolve(unknown);
  return writeThrough<Proposed>(store, {
    key,
    decide: (record) => (record ? decide(record) : unknown),
    recordOf: (proposed) => (proposed.kind === "recorded" ? proposed.record : undefined),
  });
}
