import { decisionOf } from "./addresses.ts";
import type { CaseRecord } from "./case-record.ts";
import type { CaseStore } from "./ports.ts";
import type { Proposed } from "./propose.ts";
import { writeThrough } from "./write-through.ts";

interface Change {
  readonly assignmentId: string;
  readonly decide: (record: CaseRecord) => Proposed;
  /** The share of the decision's room that the result may take. Absent for SF, which may take all of it. */
  readonly upTo?: number;
}

/** Finds the decision of an assignment, and stores what `decide` returns for its proposals. */
export function proposeThrough(store: CaseStore, { assignmentId, decide, upTo }: Change): Promise<Proposed> {
  const full: Proposed = { kind: "refused", refusal: { why: "no-room" } };
  const unknown: Proposed = { kind: "refused", refusal: { why: "no-such-assignment" } };
  const key = decisionOf(assignmentId);
  if (key === undefined) return Promise.resolve(unknown);
  return writeThrough<Proposed>(store, {
    key,
    decide: (record) => (record ? decide(record) : unknown),
    recordOf: (proposed) => (proposed.kind === "recorded" ? proposed.record : undefined),
    ...(upTo === undefined ? {} : { room: { upTo, otherwise: full } }),
  });
}
