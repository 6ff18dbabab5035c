import type { CaseRecord } from "@hemvist/casework";
import type { Step } from "../../../packages/operations/redrive/redrive-plan.ts";
import type { Ledger } from "./ledger.ts";
import type { Violations } from "./violations.ts";

interface Known {
  readonly records: ReadonlyMap<string, CaseRecord>;
  readonly ledger: Ledger;
  readonly violations: Violations;
}

/** What must hold of what an operator is about to send back. */
export function checkSentBack(steps: readonly Step[], { records, ledger, violations }: Known): void {
  const lying = new Set(ledger.letters.map(({ origin }) => origin));
  for (const { letter, content, decision = "", send } of steps) {
    if (!send) continue;
    const record = records.get(decision);
    const isPast =
      content.is === "event"
        ? hasGoneOut({ ...content, queue: letter.queue, until: record?.version ?? 0 }, { ledger, lying })
        : record !== undefined && isPastNewer(content, record);
    violations.check(!isPast, "nothing is sent back past what is newer", () => `${letter.id} of ${decision}`);
  }
}

function isPastNewer(content: Step["content"], { standing, history }: CaseRecord): boolean {
  if (content.is === "decision") return (standing?.decision.revision ?? 0) > content.decision.revision;
  if (content.is !== "progress") return false;
  const { assignmentId, occurredAt } = content.progress;
  return history.some(
    (entry) =>
      entry.what === "progress-reported" &&
      entry.assignmentId === assignmentId &&
      entry.occurredAt > occurredAt,
  );
}

type Sent = Extract<Step["content"], { is: "event" }> & { readonly queue: string; readonly until: number };

const ofAssignments = /"type":"[a-z.-]+\.hemvist\.assignment\.(?:requested|amended|cancelled)\.v1"/;

/**
 * Whether its party has been handed a later word about the same: what of its assignment, or which status. That it was
 * called back may be said after a later word that says so too: it changes nothing of what the party knows.
 */
function hasGoneOut(
  { event, version, queue, until }: Sent,
  { ledger, lying }: { readonly ledger: Ledger; readonly lying: ReadonlySet<string> },
): boolean {
  const { type, subject, correlationid } = event;
  const isWord = ofAssignments.test(`"type":"${type}"`);
  if (!isWord && !type.endsWith(".assignment.status-changed.v1")) return false;
  let newest = { of: version, body: "" };
  for (const { deduplicationId: id, queue: to, group, body } of ledger.accepted.values()) {
    if (group !== correlationid || to !== queue || lying.has(id)) continue;
    const of = Number(id.slice(group.length + 1).split(".")[0]);
    const isSame = isWord ? ofAssignments.test(body) : body.includes(`"type":"${type}"`);
    // Of two words in one version the later one is handed over after it.
    if (of >= newest.of && of > version && of <= until && isSame && body.includes(`"subject":"${subject}"`))
      newest = { of, body };
  }
  return newest.of > version && !(isCallBack(type) && newest.body.includes(`"type":"${type}"`));
}

const isCallBack = (type: string): boolean => type.endsWith(".assignment.cancelled.v1");
