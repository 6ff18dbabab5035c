import { assignmentsOf, civilDateAt, inboxOf, type Municipality, partiesOf } from "@hemvist/rules";
import { correlationIdOf } from "./addresses.ts";
import type { Assignment, Instant } from "./assignment.ts";
import { handOver } from "./assignment-messages.ts";
import type { CaseRecord, Fact, FollowUp, Level } from "./case-record.ts";
import { type Change, unchanged } from "./change.ts";
import { type Cause, type Draft, followUpCause } from "./message.ts";
import { nextVersion } from "./next-version.ts";
import { inOfficeHours, morningOf } from "./office-hours.ts";
import { endRevoked } from "./revoke.ts";
import type { Watch } from "./watch.ts";
import { type Turn, turnOf, watchesOf } from "./watches.ts";

interface Due {
  readonly watch: Watch;
  readonly turn: Turn;
  readonly level: Level;
}

/**
 * Looks at a record whose next check has come. If the day of a revocation is over, it ends what was revoked. Otherwise
 * it notifies the next level on each ladder whose turn has come. Undefined if nothing is due at `at`, for example when
 * the same run comes twice, or outside office hours.
 */
export function followUp(
  record: CaseRecord,
  { at, municipality }: { readonly at: Instant; readonly municipality: Municipality },
): CaseRecord | undefined {
  if (!inOfficeHours(at)) return undefined;
  const cause: Cause = { municipality, at, causationId: followUpCause(at) };
  const ended = endRevoked(record, at);
  if (ended) return nextVersion(ended, { cause, by: "hemvist" });
  const due = watchesOf(record, { today: civilDateAt(at), municipality }).flatMap((watch) =>
    dueNow(watch, { record, cause }),
  );
  if (due.length === 0) return rescheduled(record, cause);

  const change: Change = {
    record: { ...record, followUps: updated(record.followUps, { due, at }) },
    facts: due.map((turn) => factOf(turn, record)),
    drafts: due.flatMap((turn) => draftsOf(turn, { record, municipality })),
  };
  return nextVersion(change, { cause, by: "hemvist" });
}

/** What was due is no longer due, for example because a deployment has lengthened an interval. */
function rescheduled(record: CaseRecord, cause: Cause): CaseRecord | undefined {
  if (record.dueAt === undefined || record.dueAt > cause.at) return undefined;
  return nextVersion(unchanged(record), {
    cause,
    by: "hemvist",
  });
}

function dueNow(
  watch: Watch,
  { record, cause: { at, municipality } }: { record: CaseRecord; cause: Cause },
): readonly Due[] {
  const turn = turnOf(watch, { record, municipality });
  const level = watch.ladder[turn?.step ?? 0];
  return turn !== undefined && level !== undefined && morningOf(turn.on) <= at
    ? [{ watch, turn, level }]
    : [];
}

/** One entry for each awaited thing: its last notice. */
function updated(
  followUps: readonly FollowUp[],
  { due, at }: { due: readonly Due[]; at: Instant },
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

function factOf(due: Due, record: CaseRecord): Fact {
  const { kind, about, occurrence } = due.watch;
  const again = handedOverAgain(due, record);
  return {
    what: "follow-up-told",
    kind,
    about,
    occurrence,
    level: due.level,
    ...(again ? { provider: again.provider } : {}),
  };
}

/** The assignment that goes out again at this turn, if one does. */
const handedOverAgain = ({ watch: { kind, about } }: Due, record: CaseRecord): Assignment | undefined =>
  kind === "not-acknowledged" ? assignmentOf(about, record) : undefined;

/**
 * The messages of one turn. An assignment without an acknowledgement goes out again at every turn, with the same id.
 * That covers a lost stream, a lost queue and a provider's crash.
 */
function draftsOf(
  due: Due,
  { record, municipality }: { record: CaseRecord; municipality: Municipality },
): readonly Draft[] {
  const { standing } = record;
  const assignment = assignmentOf(due.watch.about, record);
  const handedOver = handedOverAgain(due, record);
  const again = handedOver && standing ? [handOver("requested", handedOver, standing)] : [];
  if (due.level !== "provider") {
    return [
      ...again,
      ...noticeTo(due, { record, assignment, municipality }).map((queue) => notice(due, { record, queue })),
      ...comingNext(due, record).map((next) => reminder(due, { record, assignment: next })),
    ];
  }
  if (again.length > 0 || assignment === undefined) return again;
  return [reminder(due, { record, assignment })];
}

/** Once per occurrence. Unlike SF, the provider can end nothing with an answer, so it gets no second notice. */
function comingNext(
  { watch: { kind, about, occurrence, comesNext = [] } }: Due,
  { assignments, followUps }: CaseRecord,
): readonly Assignment[] {
  const isRepeated = followUps.some(
    (last) => last.kind === kind && last.about === about && last.occurrence === occurrence,
  );
  return isRepeated ? [] : assignments.filter(({ assignmentId }) => comesNext.includes(assignmentId));
}

const reminder = (
  { watch: { kind, occurrence } }: Due,
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

/** SF is responsible for the whole case. If Arbvux carries out the assignment, Arbvux gets the notice too. */
const noticeTo = (
  { watch }: Due,
  {
    record,
    assignment,
    municipality,
  }: {
    record: CaseRecord;
    assignment: Assignment | undefined;
    municipality: Municipality;
  },
): readonly string[] => {
  const isArbvuxs = assignment?.carriedOutBy === "arbvux" && watch.ladder.length > 1;
  return [
    inboxOf(record.administration),
    ...(isArbvuxs ? partiesOf(municipality).listeners.map(inboxOf) : []),
  ];
};

const notice = (
  { watch: { kind, about, occurrence }, level }: Due,
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
