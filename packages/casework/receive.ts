import { civilDateAt, classify, type Decision } from "@hemvist/rules";
import { answerOf } from "./answer.ts";
import type { CaseRecord, Revision } from "./case-record.ts";
import { judgingModel } from "./judging-model.ts";
import { type Cause, inboxOf } from "./message.ts";
import { nextVersion } from "./next-version.ts";
import { protectIdentity } from "./protect-identity.ts";
import { reassign } from "./reassign.ts";
import { settleProposals } from "./settle-proposals.ts";
import { without } from "./without.ts";

/** A decision has come in: parsed, hashed, and the person's pseudonym looked up. */
export interface Incoming {
  readonly decision: Decision;
  readonly contentHash: string;
  readonly personKey: string;
}

export type Reception =
  /** A new version to write: the revision was assigned, or returned. */
  | { readonly kind: "recorded"; readonly record: CaseRecord }
  /** The same revision with the same content was here before. */
  | { readonly kind: "known"; readonly record: CaseRecord; readonly revision: number }
  /** The revision is taken: it was assigned with other content. The original is untouched. */
  | { readonly kind: "content-differs"; readonly revision: number }
  /** A revision between is missing. */
  | { readonly kind: "revision-skipped"; readonly expectedRevision: number };

/**
 * Receives one revision of a decision: judges it by the model in force on its date, and works out what is
 * to be assigned, amended and cancelled.
 *
 * A returned revision leaves what stands as it is, and a corrected message may come under the same number.
 *
 * @throws UnknownModel where what stands was judged by a newer model than this version of the code has: a revision of
 * it would be judged by an older one
 */
export function receive(record: CaseRecord | undefined, incoming: Incoming, cause: Cause): Reception {
  const { revision } = incoming.decision;
  const expectedRevision = (record?.standing?.decision.revision ?? 0) + 1;

  if (record !== undefined && answeredContents(record, revision).includes(incoming.contentHash))
    return { kind: "known", record, revision };
  if (revision < expectedRevision) return { kind: "content-differs", revision };
  if (revision > expectedRevision) return { kind: "revision-skipped", expectedRevision };
  if (record?.standing) judgingModel(record.standing);
  return { kind: "recorded", record: judged(record ?? unborn(incoming), incoming, cause) };
}

function judged(
  before: CaseRecord,
  { decision, contentHash, personKey }: Incoming,
  cause: Cause,
): CaseRecord {
  const judgement = classify(decision, { receivedOn: civilDateAt(cause.at) });
  const revision: Revision = { decision, contentHash, receivedAt: cause.at, judgement };
  const marked = protectIdentity({ ...before, personKey }, decision.person);
  if (judgement.outcome === "returned") return returned(marked, revision, cause);
  // Against what stood before the mark, so that a provider who was told a name is told that it is protected now.
  return assigned(marked, { revision, reassigned: reassign(before, revision, cause.at) }, cause);
}

type Marked = ReturnType<typeof protectIdentity>;

function assigned(
  marked: Marked,
  { revision, reassigned }: { revision: Revision; reassigned: ReturnType<typeof reassign> },
  cause: Cause,
): CaseRecord {
  const { assignments, drafts, facts } = reassigned;
  const corrected = without(marked.record, "returned");
  const standing: CaseRecord = { ...corrected, standing: revision, assignments };
  const proposals = settleProposals(standing, {
    touched: new Set(facts.map(({ assignmentId }) => assignmentId)),
    revision: revision.decision.revision,
    at: cause.at,
  });
  const after = proposals.record;
  return nextVersion(after, {
    cause,
    by: corrected.administration,
    facts: [
      {
        what: "revision-assigned",
        revision: revision.decision.revision,
        contentHash: revision.contentHash,
        model: judgingModel(revision).name,
        decidedOn: revision.decision.decidedOn,
      },
      ...facts,
      ...proposals.facts,
      ...marked.facts,
    ],
    drafts: [...drafts, ...proposals.drafts, verdict(after), ...marked.drafts],
  });
}

function returned(marked: Marked, revision: Revision, cause: Cause): CaseRecord {
  const after: CaseRecord = { ...marked.record, returned: revision };
  const rules = revision.judgement.findings
    .filter(({ severity }) => severity === "must")
    .map(({ rule }) => rule);
  return nextVersion(after, {
    cause,
    by: after.administration,
    facts: [
      {
        what: "revision-returned",
        revision: revision.decision.revision,
        contentHash: revision.contentHash,
        rules: [...new Set(rules)],
      },
      ...marked.facts,
    ],
    drafts: [verdict(after), ...marked.drafts],
  });
}

/** The answer to SF's inbox: it goes there whichever way the decision came. */
function verdict(after: CaseRecord) {
  const answer = answerOf({ ...after, version: after.version + 1 });
  return {
    queue: inboxOf(after.administration),
    happening: `decision.${answer.outcome}`,
    subject: `${after.administration}.${after.decisionId}`,
    data: { ...answer },
  };
}

const unborn = ({ decision, personKey }: Incoming): CaseRecord => ({
  administration: decision.administration,
  decisionId: decision.decisionId,
  version: 0,
  personKey,
  assignments: [],
  proposals: [],
  followUps: [],
  history: [],
  inboxVersions: {},
  stood: [],
  outbox: [],
});

/**
 * The contents that this record has answered under a revision's number: the one that was assigned, and until there is
 * one, all that were returned. A message that is handled twice thus has one effect, whatever came in between.
 */
function answeredContents({ history }: CaseRecord, revision: number): readonly string[] {
  const came = (what: "revision-assigned" | "revision-returned"): readonly string[] =>
    history.flatMap((entry) =>
      entry.what === what && entry.revision === revision ? [entry.contentHash] : [],
    );
  const assigned = came("revision-assigned");
  return assigned.length > 0 ? assigned : came("revision-returned");
}
