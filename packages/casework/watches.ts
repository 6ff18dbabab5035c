import {
  addDays,
  type CivilDate,
  civilDateAt,
  dateAfter,
  type Interval,
  type Municipality,
} from "@hemvist/rules";
import type { Instant } from "./assignment.ts";
import { assignmentWatch } from "./assignment-watch.ts";
import type { CaseRecord } from "./case-record.ts";
import { correctionWatches } from "./correction-watches.ts";
import { decisionWatches } from "./decision-watches.ts";
import { delayWatches } from "./delay-watches.ts";
import { gapWatches } from "./gap-watches.ts";
import { judgingModel } from "./judging-model.ts";
import { isOverOn } from "./last-day.ts";
import { morningOf, nextOfficeHour } from "./office-hours.ts";
import { proposalWatches } from "./proposal-watches.ts";
import { endsOn } from "./revoke.ts";
import { earlier, type Watch, type Watched } from "./watch.ts";

/**
 * Everything that hemvist awaits of a decision as it stands. It is worked out anew from the state each time, so no
 * write can forget it. Each open assignment has exactly one watch.
 *
 * After the decision's last day, only what its assignments and a returned revision still wait for.
 *
 * @throws UnknownModel where a newer version of the code has judged the decision
 */
export function watchesOf(
  record: CaseRecord,
  { today, municipality }: { readonly today: CivilDate; readonly municipality: Municipality },
): readonly Watch[] {
  const { standing } = record;
  if (standing === undefined) return correctionWatches(record, municipality);
  const model = judgingModel(standing, municipality);
  const isOver = isOverOn(standing.decision, today);
  const watched: Watched = { record, standing, model, today };
  return [
    ...record.assignments.flatMap((one) => assignmentWatch(one, { model, today, isOver }) ?? []),
    ...correctionWatches(record, municipality),
    ...(isOver ? [] : whileItRuns(watched)),
  ];
}

/** SF has ended a revoked decision itself, so it gets no notice of a gap in it. */
const whileItRuns = (watched: Watched): readonly Watch[] => [
  ...proposalWatches(watched),
  ...(watched.standing.decision.revocation ? [] : gapWatches(watched)),
  ...delayWatches(watched),
  ...decisionWatches(watched),
];

/** When hemvist must look at the record next: for something awaited, or to end what was revoked. */
export function nextCheck(
  record: CaseRecord,
  {
    watches,
    now,
    municipality,
  }: {
    readonly watches: readonly Watch[];
    readonly now: Instant;
    readonly municipality: Municipality;
  },
): Instant | undefined {
  const days = [
    ...watches.flatMap((watch) => lookedAtOn(watch, { record, municipality }) ?? []),
    ...[endsOn(record)].flatMap((day) => day ?? []),
  ];
  if (days.length === 0) return undefined;
  const morning = morningOf(days.reduce(earlier));
  return nextOfficeHour(morning < now ? now : morning);
}

/** The day of its next turn, or the day after its last day, when hemvist awaits something else. */
function lookedAtOn(watch: Watch, where: Where): CivilDate | undefined {
  const on = turnOf(watch, where)?.on;
  const changes = watch.until === undefined ? undefined : addDays(watch.until, 1);
  return on !== undefined && changes !== undefined ? earlier(on, changes) : (on ?? changes);
}

/** A watch's next turn: the day from which the notice may go out, and the step of the ladder that gets it. */
export interface Turn {
  /** The notice goes out when people are at work, so on the first working day from this day. */
  readonly on: CivilDate;
  readonly step: number;
}

interface Where {
  readonly record: CaseRecord;
  readonly municipality: Municipality;
}

/** The next turn of a watch. Undefined if every level has its notice. */
export function turnOf(
  { kind, about, occurrence, ladder, again }: Watch,
  { record, municipality }: Where,
): Turn | undefined {
  const told = record.followUps.find((followUp) => followUp.kind === kind && followUp.about === about);
  if (told?.occurrence !== occurrence) return { on: occurrence, step: 0 };
  const top = ladder.length - 1;
  const wait = told.step < top ? stepOf({ record, municipality }) : again;
  if (wait === undefined) return undefined;
  return { on: dateAfter(civilDateAt(told.toldAt), wait), step: Math.min(told.step + 1, top) };
}

const stepOf = ({ record: { standing }, municipality }: Where): Interval | undefined =>
  standing && judgingModel(standing, municipality).intervals["escalation-step"];
