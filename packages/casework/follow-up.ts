import { civilDateAt } from "@hemvist/rules";
import type { Assignment, Instant } from "./assignment.ts";
import { handOver } from "./assignment-messages.ts";
import type { CaseRecord, Fact, FollowUp, Level } from "./case-record.ts";
import { assignmentsOf, correlationIdOf, type Draft, inboxOf } from "./message.ts";
import { nextVersion } from "./next-version.ts";
import { inOfficeHours, morningOf } from "./office-hours.ts";
import { endRevoked } from "./revoke.ts";
import type { Watch } from "./watch.ts";
import { type Turn, turnOf, watchesOf } from "./watches.ts";

interface Told {
  readonly watch: Watch;
  readonly turn: Turn;
  readonly level: Level;
}

/**
 * Looks at a record whose next check has come: ends what was revoked once its day is over, or else tells whoever is next
 * on each ladder whose turn it is.
 * Undefined when nothing is due at `at`, as when the same run comes twice, or outside office hours.
 */
export function followUp(record: CaseRecord, at: Instant): CaseRecord | undefined {
  if (!inOfficeHours(at)) return undefined;
  const cause = { at, causationId: `follow-up ${at}` };
  const ended = endRevoked(record, at);
  if (ended) return nextVersion(ended.record, { ...ended, cause, by: "hemvist" });
  const due = watchesOf(record, civilDateAt(at)).flatMap((watch) => toldNow(watch, { record, at }));
  if (due.length === 0) return rescheduled(record, at);

  return nextVersion(
    { ...record, followUps: updated(record.followUps, { due, at }) },
    {
      cause,
      by: "hemvist",
      facts: due.map((told) => factOf(told, record)),
      drafts: due.flatMap((told) => draftsOf(told, record)),
    },
  );
}

/** What was due when it was written is not any more, as when an interval has been lengthened since. */
function rescheduled(record: CaseRecord, at: Instant): CaseRecord | undefined {
  if (record.dueAt === undefined || record.dueAt > at) return undefined;
  return nextVersion(record, {
    cause: { at, causationId: `follow-up ${at}` },
    by: "hemvist",
    facts: [],
    drafts: [],
  });
}

function toldNow(watch: Watch, { record, at }: { record: CaseRecord; at: Instant }): readonly Told[] {
  const turn = turnOf(watch, record);
  const level = watch.ladder[turn?.step ?? 0];
  return turn !== undefined && level !== undefined && morningOf(turn.on) <= at
    ? [{ watch, turn, level }]
    : [];
}

/** One entry per thing awaited: what was told last. */
function updated(
  followUps: readonly FollowUp[],
  { due, at }: { due: readonly Told[]; at: Instant },
): readonly FollowUp[] {
  const isDue = ({ kind, about }: FollowUp): boolean =>
    due.some(({ watch }) => watch.kind === kind && watch.about === about);
  return [
    ...followUps.filter((told) => !isDue(told)),
    ...due.map(({ watch: { kind, about, occurrence }, turn }) => ({
      kind,
      about,
      occurrence,
      step: turn.step,
      toldAt: at,
    })),
  ];
}

function factOf(told: Told, record: CaseRecord): Fact {
  const { kind, about, occurrence } = told.watch;
  const again = handedOverAgain(told, record);
  return {
    what: "follow-up-told",
    kind,
    about,
    occurrence,
    level: told.level,
    ...(again ? { provider: again.provider } : {}),
  };
}

/** The assignment that is handed over once more at this turn, where one is. */
const handedOverAgain = ({ watch: { kind, about } }: Told, record: CaseRecord): Assignment | undefined =>
  kind === "not-acknowledged" ? assignmentOf(about, record) : undefined;

/**
 * The messages of one turn. An assignment nobody has acknowledged is handed over again at every turn, with the
 * same id: that covers a lost stream, a lost queue and a provider's crash alike.
 */
function draftsOf(told: Told, record: CaseRecord): readonly Draft[] {
  const { standing } = record;
  const assignment = assignmentOf(told.watch.about, record);
  const handedOver = handedOverAgain(told, record);
  const again = handedOver && standing ? [handOver("requested", handedOver, standing)] : [];
  if (told.level !== "provider") {
    return [
      ...again,
      ...noticeTo(told, { record, assignment }).map((queue) => notice(told, { record, queue })),
      ...comingNext(told, record).map((next) => reminder(told, { record, assignment: next })),
    ];
  }
  if (again.length > 0 || assignment === undefined) return again;
  return [reminder(told, { record, assignment })];
}

/** Once per occurrence: unlike SF, the provider can end nothing by an answer, so it is not asked again. */
function comingNext(
  { watch: { kind, about, occurrence, comesNext = [] } }: Told,
  { assignments, followUps }: CaseRecord,
): readonly Assignment[] {
  const isRepeated = followUps.some(
    (last) => last.kind === kind && last.about === about && last.occurrence === occurrence,
  );
  return isRepeated ? [] : assignments.filter(({ assignmentId }) => comesNext.includes(assignmentId));
}

const reminder = (
  { watch: { kind, occurrence } }: Told,
  { record, assignment }: { record: CaseRecord; assignment: Assignment },
): Draft => ({
  queue: assignmentsOf(assignment.provider),
  happening: "assignment.reminder",
  subject: assignment.assignmentId,
  data: {
    assignmentId: assignment.assignmentId,
    administration: record.administration,
    decisionId: record.decisionId,
    about: kind,
    status: assignment.status,
    dueOn: occurrence,
  },
});

/** SF answers for the whole case; of an assignment that Arbvux carries out, Arbvux hears as well. */
const noticeTo = (
  { watch }: Told,
  { record, assignment }: { record: CaseRecord; assignment: Assignment | undefined },
): readonly string[] => {
  const isArbvuxs = assignment?.carriedOutBy === "arbvux" && watch.ladder.length > 1;
  return [inboxOf(record.administration), ...(isArbvuxs ? [inboxOf("arbvux")] : [])];
};

const notice = (
  { watch: { kind, about, occurrence }, level }: Told,
  { record, queue }: { record: CaseRecord; queue: string },
): Draft => ({
  queue,
  happening: "follow-up.due",
  subject: assignmentOf(about, record)?.assignmentId ?? correlationIdOf(record),
  data: {
    administration: record.administration,
    decisionId: record.decisionId,
    kind,
    ...subjectOf(about, record),
    dueOn: occurrence,
    level,
  },
});

/** The assignment that a follow-up is about, itself or through its proposal. */
function assignmentOf(about: string, { assignments, proposals }: CaseRecord): Assignment | undefined {
  const proposed = proposals.find(({ proposalId }) => proposalId === about)?.assignmentId;
  return assignments.find(({ assignmentId }) => assignmentId === (proposed ?? about));
}

function subjectOf(
  about: string,
  record: CaseRecord,
): { readonly assignmentId?: string; readonly proposalId?: string } {
  const assignment = assignmentOf(about, record);
  if (assignment === undefined) return {};
  const { assignmentId } = assignment;
  return about === assignmentId ? { assignmentId } : { assignmentId, proposalId: about };
}
