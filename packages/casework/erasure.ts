import { addDays, addYears, type CivilDate, civilDateAt, instantAt, type Retention } from "@hemvist/rules";
import type { Instant } from "./assignment.ts";
import type { CaseRecord } from "./case-record.ts";
import { lastDayOf } from "./last-day.ts";

/** The law's, of a personal file and of a register alike. */
const yearsKept = 5;

/**
 * From when a record may be erased: the day after five years from its last note, or from the decision's last day where
 * that is later. Undefined where nothing is erased, while something is awaited, and while the decision runs until further
 * notice.
 *
 * > … ska gallras fem år efter det att sista anteckningen gjordes i akten. …
 * > Uppgifter i en sammanställning som avses i lagen om behandling av personuppgifter inom socialtjänsten ska gallras fem
 * > år efter det att de förhållanden som uppgifterna avser har upphört.
 * > SFS 2025:400 16 kap. 1 §
 */
export function erasedFrom(
  { standing, history, dueAt }: Pick<CaseRecord, "standing" | "history" | "dueAt">,
  retention: Retention,
): Instant | undefined {
  if (retention === "keep" || dueAt !== undefined) return undefined;
  const lastNote = history.at(-1)?.at;
  const lastDay = standing && lastDayOf(standing.decision);
  if (lastNote === undefined || (standing !== undefined && lastDay === undefined)) return undefined;
  return instantAt(addDays(addYears(later(civilDateAt(lastNote), lastDay), yearsKept), 1), 0);
}

const later = (one: CivilDate, other: CivilDate = one): CivilDate => (one > other ? one : other);
