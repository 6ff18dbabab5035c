import { type CaseRecord, correlationIdOf, type HistoryEntry, type Proposal } from "@hemvist/casework";
import { canonicalJson } from "@hemvist/contracts";
import { civilDateAt, isOf, type Municipality, typeOf } from "@hemvist/rules";
import { unawaited } from "../../support/what-is-awaited.ts";
import type { Violations } from "./violations.ts";

/** What must hold of every write, looked at as it is made. */
export function checkWritten(
  record: CaseRecord,
  before: CaseRecord | undefined,
  { municipality, violations }: { readonly municipality: Municipality; readonly violations: Violations },
): void {
  const { check } = violations;
  const name = (): string => `${correlationIdOf(record)} version ${record.version}`;
  const past = before?.history ?? [];
  const news = record.history.slice(past.length);

  check(record.version === (before?.version ?? 0) + 1, "each version is written on the one before it", name);
  check(
    record.history.length >= past.length && isSame(record.history[past.length - 1], past.at(-1)),
    "what has happened is never changed",
    name,
  );
  check(
    news.every(({ version }) => version === record.version),
    "history names its version",
    name,
  );
  check(
    record.outbox.every(
      ({ event }, index) =>
        event.id === `${correlationIdOf(record)}.${record.version}.${index}.${event.time}`,
    ),
    "a message's id is its decision, version, index and time",
    name,
  );
  check(
    news.every((entry) => isSent(entry, record, municipality)),
    "state and its messages are written as one",
    name,
  );
  check(isNumbered(record, before), "each message to an inbox names the one before it", name);
  const at = news.at(-1)?.at;
  if (at !== undefined)
    for (const { invariant, what } of unawaited(record, civilDateAt(at)))
      check(false, invariant, () => `${name()} ${what}`);
  check(record.proposals.every(isWithinReach), "no proposal asks for a day of another age", name);
  checkAssignments(record, before, violations);
  checkRevisions(news, { record, past, violations });
  if (before && news.some(({ what }) => what === "revision-returned"))
    check(standsAsBefore(record, before), "a return changes nothing of what stands", name);
}

/** Worlds begin between 2025 and 2028. A provider that misspells a year asks for 2062. */
const isWithinReach = ({ wish }: Proposal): boolean =>
  ("to" in wish ? wish.to : "from" in wish ? wish.from : "") < "2050";

/** A returned revision may bring one thing: the mark of protected identity. Then the person and its key differ. */
function standsAsBefore(record: CaseRecord, before: CaseRecord): boolean {
  const isMarked =
    before.standing?.decision.person.protectedIdentity !== record.standing?.decision.person.protectedIdentity;
  const standing = ({ standing: stands, assignments, proposals, personKey }: CaseRecord): string =>
    canonicalJson({
      ...(stands ? { contentHash: stands.contentHash, receivedAt: stands.receivedAt } : {}),
      ...(stands && !isMarked ? { person: stands.decision.person, personKey } : {}),
      assignments,
      proposals,
    });
  return standing(record) === standing(before);
}

/** Whether a receiver that has had all messages so far sees no gap, and will see one if it misses these. */
function isNumbered({ outbox, version, inboxVersions }: CaseRecord, before: CaseRecord | undefined): boolean {
  const newest = new Map(Object.entries(before?.inboxVersions ?? {}));
  const isInLine = outbox
    .filter(({ queue }) => isOf("inbox", queue))
    .every(({ queue, event: { data } }) => {
      const isNext = data["version"] === version && data["previousVersion"] === newest.get(queue);
      newest.set(queue, version);
      return isNext;
    });
  const kept = Object.entries(inboxVersions);
  return isInLine && kept.length === newest.size && kept.every(([queue, last]) => newest.get(queue) === last);
}

const isSame = (a: HistoryEntry | undefined, b: HistoryEntry | undefined): boolean =>
  a === b ||
  JSON.stringify(Object.entries(a ?? {}).sort()) === JSON.stringify(Object.entries(b ?? {}).sort());

/** Each entry of the history has its message, in the same version. */
function isSent(entry: HistoryEntry, { outbox }: CaseRecord, municipality: Municipality): boolean {
  const sends = (happening: string, subject?: string): boolean =>
    outbox.some(
      ({ event }) =>
        event.type === typeOf(municipality, happening) &&
        (subject === undefined || event.subject === subject),
    );
  switch (entry.what) {
    case "revision-assigned":
      return sends("decision.assigned");
    case "revision-returned":
      return sends("decision.returned");
    case "assignment-requested":
      return sends("assignment.requested", entry.assignmentId);
    case "assignment-amended":
      return sends("assignment.amended", entry.assignmentId);
    case "assignment-cancelled":
      return sends("assignment.cancelled", entry.assignmentId);
    case "progress-reported":
      return sends("assignment.status-changed", entry.assignmentId);
    case "follow-up-told":
      return sends("follow-up.due") || sends("assignment.reminder") || sends("assignment.requested");
    case "proposal-changed":
    case "proposal-met":
      return sends("proposal.status-changed");
    case "identity-protected":
      return entry.sentBefore.length === 0 || sends("identity.sent-before-protection");
    case "follow-up-ended":
      return true;
  }
}

function checkAssignments(record: CaseRecord, before: CaseRecord | undefined, { check }: Violations): void {
  const name = (): string => correlationIdOf(record);
  const interventions = new Set(record.assignments.map(({ interventionId }) => interventionId));
  check(interventions.size === record.assignments.length, "no intervention is assigned twice", name);
  check(
    record.assignments.every(
      ({ assignmentId, interventionId }) => assignmentId === `${correlationIdOf(record)}.${interventionId}`,
    ),
    "an assignment's id is its decision and intervention",
    name,
  );
  check(
    (before?.assignments ?? []).every(({ interventionId }) => interventions.has(interventionId)),
    "no assignment disappears",
    name,
  );
}

/** The same id with other content never changes anything, and the same content changes something once while nothing else does. */
function checkRevisions(
  news: readonly HistoryEntry[],
  {
    record,
    past,
    violations: { check },
  }: { record: CaseRecord; past: readonly HistoryEntry[]; violations: Violations },
): void {
  const name = (): string => `${correlationIdOf(record)} version ${record.version}`;
  for (const entry of news) {
    if (entry.what === "revision-assigned") {
      const assigned = past.filter(({ what }) => what === "revision-assigned").length;
      check(entry.revision === assigned + 1, "a revision is assigned once, in order", name);
    }
    if (entry.what === "revision-returned") {
      const last = past.findLast(({ what }) => what === "revision-returned");
      check(!isSameAgain(last, entry), "a content is returned again only where something has changed", name);
    }
  }
}

/** Whether the same message was returned twice in a row on one day, for the same reasons: it was handled twice. */
const isSameAgain = (last: HistoryEntry | undefined, returned: Returned): boolean =>
  last?.what === "revision-returned" &&
  last.revision === returned.revision &&
  last.contentHash === returned.contentHash &&
  civilDateAt(last.at) === civilDateAt(returned.at) &&
  last.rules.join() === returned.rules.join();

type Returned = Extract<HistoryEntry, { what: "revision-returned" }>;
