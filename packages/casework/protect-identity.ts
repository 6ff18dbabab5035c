import { inboxOf, type Person } from "@hemvist/rules";
import { correlationIdOf } from "./addresses.ts";
import { type Instant, isOpen } from "./assignment.ts";
import { differs, handOver } from "./assignment-messages.ts";
import type { CaseRecord, Revision } from "./case-record.ts";
import { type Change, unchanged } from "./change.ts";
import type { Draft } from "./message.ts";

interface Protected extends Change {
  /** Whether this is what sets the mark. */
  readonly isMarked: boolean;
}

/** A message with an identity in it that was sent before the mark was set. */
interface SentBefore {
  readonly assignmentId: string;
  readonly provider: string;
  readonly at: Instant;
}

/**
 * Sets the mark of protected identity at once, whether the revision that brings it is assigned or returned. Number and
 * name leave what stands. SF gets a list of what hemvist had sent before, because only people can call that back.
 */
export function protectIdentity(record: CaseRecord, person: Person): Protected {
  if (!person.protectedIdentity || !knowsIdentity(record)) return { ...unchanged(record), isMarked: false };
  const sentBefore = fewEnough(handedOver(record));
  return {
    record: masked(record, person),
    isMarked: true,
    facts: [{ what: "identity-protected", sentBefore: sentBefore.map(({ assignmentId }) => assignmentId) }],
    drafts: sentBefore.length > 0 ? [callBackList(record, sentBefore)] : [],
  };
}

/**
 * If the revision that brings the mark is returned, sends the providers that have the person SF's reference, as if it
 * were assigned, and nothing else of the returned revision.
 */
export function tellOfMark(before: CaseRecord, marked: CaseRecord): Change {
  const [then, now] = [before.standing, marked.standing];
  if (then === undefined || now === undefined) return unchanged(marked);
  const told = before.assignments.filter(
    (assignment) =>
      isOpen(assignment) &&
      differs({ before: { assignment, revision: then }, after: { assignment, revision: now } }),
  );
  return {
    record: marked,
    facts: told.map(({ assignmentId, provider }) => ({ what: "assignment-amended", assignmentId, provider })),
    drafts: told.map((assignment) => handOver("amended", assignment, now)),
  };
}

/** A returned revision as it is stored. For a protected person, without the number and name that it may hold. */
export function asProtectedAs({ standing }: CaseRecord, revision: Revision): Revision {
  const person = standing?.decision.person;
  return person?.protectedIdentity ? { ...revision, decision: { ...revision.decision, person } } : revision;
}

const knowsIdentity = ({ standing, returned }: CaseRecord): boolean =>
  [standing, returned].some((revision) => revision?.decision.person.protectedIdentity === false);

function masked(record: CaseRecord, person: Person): CaseRecord {
  const { standing, returned, ...rest } = record;
  const mask = (revision: Revision): Revision => ({
    ...revision,
    decision: { ...revision.decision, person },
  });
  return {
    ...rest,
    ...(standing ? { standing: mask(standing) } : {}),
    ...(returned ? { returned: mask(returned) } : {}),
  };
}

/** Ours: a list of as many is 60 KB, and SQS takes a message of 256 KB. */
const mostListed = 500;

/** All of them. If there are very many, only the newest of each assignment to each provider. */
function fewEnough(sent: readonly SentBefore[]): readonly SentBefore[] {
  if (sent.length <= mostListed) return sent;
  return [...new Map(sent.map((one) => [`${one.assignmentId} ${one.provider}`, one])).values()];
}

const callBackList = (record: CaseRecord, sentBefore: readonly SentBefore[]): Draft => ({
  queue: inboxOf(record.administration),
  happening: "identity.sent-before-protection",
  subject: correlationIdOf(record),
  data: {
    administration: record.administration,
    decisionId: record.decisionId,
    sentBefore,
  },
});

/** Every request sent so far, the repeated ones too. Each carried the person's identity, if it was not protected then. */
export function handedOver({ history }: CaseRecord): readonly SentBefore[] {
  return history.flatMap((entry) => {
    if (entry.what === "assignment-requested" || entry.what === "assignment-amended") {
      return [{ assignmentId: entry.assignmentId, provider: entry.provider, at: entry.at }];
    }
    if (entry.what === "follow-up-told" && entry.provider !== undefined) {
      return [{ assignmentId: entry.about, provider: entry.provider, at: entry.at }];
    }
    return [];
  });
}
