import type { CaseRecord } from "@hemvist/casework";
import { explained } from "../../../packages/operations/dead-letters/explain.ts";
import type { Verdict } from "../../../packages/operations/dead-letters/verdict.ts";
import { redrivePlan, type Step } from "../../../packages/operations/redrive/redrive-plan.ts";
import { redrivePorts } from "../parties/redrive-ports.ts";
import type { Platform } from "../platform/platform.ts";
import type { Ledger, Letter } from "./ledger.ts";
import type { Violations } from "./violations.ts";

export type VerdictKind = Verdict["kind"];

/** What would come of the messages that lie in dead-letter queues, by their senders' names for them. */
export type Left = ReadonlyMap<string, VerdictKind>;

/**
 * What must hold of the letters that an operator has left: what can come back has, and for the rest it is known why it
 * stays. The plan is made by the real code, whatever the operator went by.
 */
export async function checkLeft(
  hemvist: Platform,
  { now, violations }: { readonly now: string; readonly violations: Violations },
): Promise<Left> {
  const { ledger, store, municipality } = hemvist;
  const { held, cases } = redrivePorts(hemvist);
  const plan = await redrivePlan(held(), { find: cases.find, now, municipality });
  const steps = new Map(plan.map((step) => [step.letter.id, step]));
  const left = new Map<string, VerdictKind>();
  for (const step of plan) {
    if (!step.letter.isFromStream) continue;
    const stays = staysRightly(step, store.records);
    const name = (): string => `${step.letter.id} of the stream: ${step.verdict.kind}`;
    violations.check(stays, "a dead letter has one command that brings it back", name);
  }
  for (const letter of ledger.letters) {
    const step = steps.get(letter.id);
    const verdict = step?.verdict.kind;
    const name = (): string => `${letter.id} ${letter.origin}: ${verdict ?? "nothing is known of it"}`;
    const stays = step !== undefined && staysRightly(step, store.records);
    violations.check(stays, "a dead letter has one command that brings it back", name);
    const isReadable = verdict !== "unreadable" || isUnreadable(letter, ledger);
    violations.check(isReadable, "a letter that can be read is not called unreadable", name);
    if (verdict !== undefined && left.get(letter.origin) !== "already-taken")
      left.set(letter.origin, verdict);
  }
  return left;
}

/** Its one command ends it, or it waits for an assignment or a proposal that has not come. */
function staysRightly(step: Step, records: ReadonlyMap<string, CaseRecord>): boolean {
  const { verdict, decision = "" } = step;
  if (verdict.kind === "waits") return !hasCome(verdict.for, records.get(decision));
  return explained(step).command.startsWith("hemvist ops discard ");
}

function hasCome(awaited: string, record: CaseRecord | undefined): boolean {
  if (record === undefined) return false;
  const { assignments, proposals } = record;
  return (
    assignments.some(({ assignmentId }) => assignmentId === awaited) ||
    proposals.some(({ proposalId }) => proposalId === awaited)
  );
}

/** Of decisions, their sender knows it. No list has the odd reports of providers. What hemvist sent can be read. */
function isUnreadable({ origin }: Letter, { origins, accepted }: Ledger): boolean {
  if (accepted.has(origin)) return false;
  const { decision, isPoisoned = false } = origins.get(origin) ?? {};
  return decision === undefined || isPoisoned;
}
