import { type CaseRecord, correlationIdOf, turnOf, watchesOf } from "@hemvist/casework";
import { type CivilDate, firstWorkingDayFrom, type Municipality } from "@hemvist/rules";
import type { DueItem } from "./shown.ts";
import { aboutText, followUpNamed, levelNamed } from "./words.ts";

/** Everything that hemvist awaits of a decision, by the day on which a notice goes out if it has not come. */
export function dueOf(
  record: CaseRecord,
  { today, municipality }: { readonly today: CivilDate; readonly municipality: Municipality },
): readonly DueItem[] {
  return watchesOf(record, { today, municipality }).flatMap((watch) => {
    const turn = turnOf(watch, { record, municipality });
    const level = watch.ladder[turn?.step ?? 0];
    if (turn === undefined || level === undefined) return [];
    const on = firstWorkingDayFrom(turn.on);
    return {
      on,
      kind: followUpNamed(watch.kind),
      decision: correlationIdOf(record),
      about: aboutText(watch.about, record, municipality),
      notifies: levelNamed(level),
      step: turn.step + 1,
      isLate: on < today,
    };
  });
}

export const byDay = (a: DueItem, b: DueItem): number =>
  a.on === b.on ? a.decision.localeCompare(b.decision) : a.on < b.on ? -1 : 1;
