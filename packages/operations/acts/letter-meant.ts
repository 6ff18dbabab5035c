import { CannotRun } from "../cannot-run.ts";
import type { Holding } from "../dead-letters/holding.ts";
import type { System } from "../system.ts";
import { isMeant } from "./is-meant.ts";

/** Ours: fewer characters are a slip of the hand. */
const shortest = 4;

/** Ours: as many as a person compares. */
const mostNamed = 10;

interface Looked extends Pick<Holding, "unseen" | "notLookedAt"> {
  readonly ids: readonly string[];
}

/**
 * The letter that an operator means: by its id, as a log or the journal shows the id, or by the start of it.
 * @throws CannotRun that lists the letters that begin so, or says where the letter may be
 */
export function letterMeant(asked: string, looked: Looked, system: Pick<System, "shown">): string {
  const exact = looked.ids.find((id) => isMeant(asked, id, system));
  if (exact !== undefined) return exact;
  const starting =
    asked.length < shortest
      ? []
      : looked.ids.filter((id) => id.startsWith(asked) || system.shown(id).startsWith(asked));
  const [first] = starting;
  if (first === undefined) throw notSeen(asked, looked);
  if (starting.length > 1) throw several(asked, starting);
  if (looked.unseen + looked.notLookedAt.length > 0) throw notAllSeen(asked, first);
  return first;
}

function several(asked: string, starting: readonly string[]): CannotRun {
  const more = starting.length > mostNamed ? " …" : "";
  const which = `${starting.slice(0, mostNamed).join(", ")}${more}`;
  return new CannotRun({
    sv: `${starting.length} dödbrev börjar med ${asked}: ${which}`,
    en: `${starting.length} dead letters begin with ${asked}: ${which}`,
  });
}

/** Another letter may begin so too. */
const notAllSeen = (asked: string, first: string): CannotRun =>
  new CannotRun({
    sv: `Alla dödbrev syns inte nu, så början ${asked} räcker inte: ange hela id, som ${first}.`,
    en: `Not all dead letters can be seen now, so the start ${asked} is not enough: give the whole id, such as ${first}.`,
  });

function notSeen(id: string, { unseen, notLookedAt }: Pick<Holding, "unseen" | "notLookedAt">): CannotRun {
  const missed = notLookedAt.map(({ queue }) => queue).join(", ");
  if (missed !== "")
    return new CannotRun({
      sv: `Dödbrevet ${id} finns inte bland dem som AWS visade, och AWS visade inte: ${missed}.`,
      en: `No dead letter ${id} is among those that AWS showed, and AWS did not show: ${missed}.`,
    });
  return new CannotRun(
    unseen === 0
      ? {
          sv: `Inget dödbrev ${id} syns: en annan läsare kan hålla det i några minuter.`,
          en: `No dead letter ${id} is to be seen: another reader may hold it for a few minutes.`,
        }
      : {
          sv: `Dödbrevet ${id} finns inte bland de främsta, och ${unseen} ligger bakom dem: skicka eller ta bort de främsta först.`,
          en: `No dead letter ${id} is among those in front, and ${unseen} lie behind them: redrive or discard those in front first.`,
        },
  );
}
