import type { Person } from "@hemvist/rules";
import type { Instant } from "./assignment.ts";
import type { CaseRecord, Fact } from "./case-record.ts";
import { correlationIdOf, type Draft, inboxOf } from "./message.ts";

interface Protected {
  readonly record: CaseRecord;
  readonly facts: readonly Fact[];
  readonly drafts: readonly Draft[];
}

/** A message with an identity in it that was sent before the mark was set. */
interface SentBefore {
  readonly assignmentId: string;
  readonly provider: string;
  readonly at: Instant;
}

/**
 * Sets the mark of protected identity at once, whether or not the revision that brings it is assigned: number and name
 * leave what stands, and SF is given a list of what had been sent before, since only people can call that back.
 */
export function protectIdentity(record: CaseRecord, person: Person): Protected {
  const { standing, returned, ...rest } = record;
  const known = [standing, returned].some(
    (revision) => revision && !revision.decision.person.protectedIdentity,
  );
  if (!person.protectedIdentity || !known) return { record, facts: [], drafts: [] };
  const masked = <T extends typeof standing>(revision: T) =>
    revision && { ...revision, decision: { ...revision.decision, person } };
  const [stands, wasReturned] = [masked(standing), masked(returned)];
  const sentBefore = handedOver(record);
  return {
    record: {
      ...rest,
      ...(stands ? { standing: stands } : {}),
      ...(wasReturned ? { returned: wasReturned } : {}),
    },
    facts: [{ what: "identity-protected", sentBefore: sentBefore.map(({ assignmentId }) => assignmentId) }],
    drafts: sentBefore.length > 0 ? [callBackList(record, sentBefore)] : [],
  };
}

const callBackList = (record: CaseRecord, sentBefore: readonly SentBefore[]): Draft => ({
  queue: inboxOf(record.administration),
  happening: "identity.sent-before-protection",
  subject: correlationIdOf(record),
  data: {
    administration: record.administration,
    decisionId: record.decisionId,
    version: record.version + 1,
    sentBefore,
  },
});

/** Every handing over so far, the repeated ones too: each carried the person's identity. */
function handedOver({ history, assignments }: CaseRecord): readonly SentBefore[] {
  const providerOf = new Map(assignments.map(({ assignmentId, provider }) => [assignmentId, provider]));
  return history.flatMap((entry) => {
    const assignmentId =
      entry.what === "assignment-requested" || entry.what === "assignment-amended"
        ? entry.assignmentId
        : entry.what === "follow-up-told" && entry.kind === "not-acknowledged"
          ? entry.about
          : undefined;
    const provider = assignmentId && providerOf.get(assignmentId);
    return assignmentId && provider ? [{ assignmentId, provider, at: entry.at }] : [];
  });
}
