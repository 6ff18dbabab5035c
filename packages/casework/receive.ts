import { civilDateAt, classify, inboxOf, type Judgement } from "@hemvist/rules";
import { correlationIdOf } from "./addresses.ts";
import { unnumberedAnswer } from "./answer.ts";
import { backgroundOf } from "./background-of.ts";
import type { CaseRecord, Fact, Revision } from "./case-record.ts";
import { type Change, unchanged } from "./change.ts";
import type { Incoming } from "./incoming.ts";
import { judgingModel } from "./judging-model.ts";
import type { Cause, Draft } from "./message.ts";
import { nextVersion } from "./next-version.ts";
import { personKeysAfter, personKeysAfterReturn } from "./person-keys.ts";
import { asProtectedAs, protectIdentity, tellOfMark } from "./protect-identity.ts";
import { reassign } from "./reassign.ts";
import { mostReturned } from "./room.ts";
import { settleProposals } from "./settle-proposals.ts";
import { without } from "./without.ts";

export type Reception =
  /** A new version to write: the revision was assigned, or returned. */
  | { readonly kind: "recorded"; readonly record: CaseRecord }
  /** The same revision with the same content came before. */
  | { readonly kind: "known"; readonly record: CaseRecord; readonly revision: number }
  /** The revision was assigned with other content. The original does not change. */
  | { readonly kind: "content-differs"; readonly revision: number }
  /** A revision in between is missing. */
  | { readonly kind: "revision-skipped"; readonly expectedRevision: number };

/**
 * Receives one revision of a decision: judges it by the model in force on its date, and works out what to request,
 * amend and cancel.
 *
 * A returned revision does not change what stands, and a corrected message may come under the same number. `receive`
 * judges the same message anew, because time may have removed a finding. It counts as known only if the judgement is
 * the same.
 *
 * @throws UnknownModel where what stands was judged by a newer model than this version of the code has: a revision of
 * it would be judged by an older one
 */
export function receive(record: CaseRecord | undefined, incoming: Incoming, cause: Cause): Reception {
  const { decision, contentHash } = incoming;
  const { revision } = decision;
  const expectedRevision = (record?.standing?.decision.revision ?? 0) + 1;

  if (record !== undefined && assignedContent(record, revision) === contentHash)
    return { kind: "known", record, revision };
  if (revision < expectedRevision) return { kind: "content-differs", revision };
  if (revision > expectedRevision) return { kind: "revision-skipped", expectedRevision };
  if (record?.standing) judgingModel(record.standing, cause.municipality);
  const judgement = classify(decision, {
    municipality: cause.municipality,
    receivedOn: civilDateAt(cause.at),
    background: backgroundOf(record, incoming),
  });
  const judged: Judged = {
    before: record ?? notYetStored(incoming),
    revision: { decision, contentHash, receivedAt: cause.at, judgement },
    incoming,
  };
  if (judgement.outcome === "assigned") return { kind: "recorded", record: assigned(judged, cause) };
  if (record !== undefined && isAnswered(record, judged.revision)) return { kind: "known", record, revision };
  return { kind: "recorded", record: returned(judged, cause) };
}

interface Judged {
  readonly before: CaseRecord;
  readonly revision: Revision;
  readonly incoming: Incoming;
}

function assigned({ before, revision, incoming }: Judged, cause: Cause): CaseRecord {
  const { decision, contentHash } = revision;
  const reassigned = reassign(before, revision, cause);
  const protection = protectIdentity(before, decision.person);
  const standing: CaseRecord = {
    ...without(without(reassigned.record, "returned"), "formerPersonKeys"),
    ...personKeysAfter(before, incoming),
    ...caseKeyOf(incoming),
  };
  const proposals = settleProposals(standing, { before, revision: decision.revision, at: cause.at });
  const change: Change = {
    record: proposals.record,
    facts: [
      {
        what: "revision-assigned",
        revision: decision.revision,
        contentHash,
        model: judgingModel(revision, cause.municipality).name,
        decidedOn: decision.decidedOn,
      },
      ...reassigned.facts,
      ...proposals.facts,
      ...protection.facts,
    ],
    drafts: [...reassigned.drafts, ...proposals.drafts, verdict(proposals.record), ...protection.drafts],
  };
  return nextVersion(change, { cause, by: before.administration });
}

function returned({ before, revision, incoming }: Judged, cause: Cause): CaseRecord {
  const { decision, contentHash, judgement } = revision;
  const protection = protectIdentity(before, decision.person);
  const marked = protection.record;
  const notices = protection.isMarked ? tellOfMark(before, marked) : unchanged(marked);
  const after: CaseRecord = {
    ...without(marked, "formerPersonKeys"),
    ...personKeysAfterReturn(before, incoming, protection),
    ...(before.standing === undefined ? caseKeyOf(incoming) : {}),
    returned: asProtectedAs(marked, revision),
  };
  const broken = judgement.findings.filter(({ severity }) => severity === "must");
  const rules = [...new Set(broken.map(({ rule }) => rule))];
  const fact: Fact = { what: "revision-returned", revision: decision.revision, contentHash, rules };
  const change: Change = {
    record: after,
    facts: [...(keepsReturned(before) ? [fact] : []), ...notices.facts, ...protection.facts],
    drafts: [...notices.drafts, verdict(after), ...protection.drafts],
  };
  return nextVersion(change, { cause, by: before.administration });
}

const keepsReturned = ({ history }: CaseRecord): boolean =>
  history.length < mostReturned ||
  history.filter(({ what }) => what === "revision-returned").length < mostReturned;

const caseKeyOf = ({ caseKey }: Incoming): Pick<CaseRecord, "caseKey"> =>
  caseKey === undefined ? {} : { caseKey };

/** The answer to SF's inbox. It goes there whichever way the decision came. */
function verdict(after: CaseRecord): Draft {
  const answer = unnumberedAnswer(after);
  return {
    queue: inboxOf(after.administration),
    happening: `decision.${answer.outcome}`,
    subject: correlationIdOf(after),
    data: { ...answer },
  };
}

const notYetStored = ({ decision, personKey }: Incoming): CaseRecord => ({
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

/** The hash assigned under a revision's number. It makes handling a message twice harmless. */
const assignedContent = ({ history }: CaseRecord, revision: number): string | undefined =>
  history.flatMap((entry) =>
    entry.what === "revision-assigned" && entry.revision === revision ? [entry.contentHash] : [],
  )[0];

/** Whether the same message was the last to be returned, for the same reasons. */
const isAnswered = ({ returned }: CaseRecord, { contentHash, judgement }: Revision): boolean =>
  returned?.contentHash === contentHash && reasonsOf(returned.judgement) === reasonsOf(judgement);

/** Value by value, because the store may return the fields in another order. */
const reasonsOf = ({ model, findings }: Judgement): string =>
  JSON.stringify([model, findings.map(({ pointer, message }) => [pointer, message.en])]);
