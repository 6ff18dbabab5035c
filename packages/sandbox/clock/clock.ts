import type { RunningSystem } from "@hemvist/local";
import { addDays, civilDateAt, instantAt, instantOf } from "@hemvist/rules";

/** The sandbox's clock. It goes on with the real time, and can be moved forward. */
export interface Clock {
  /** RFC 3339 UTC, to the second. */
  readonly now: () => string;
  /** Moves time on to an instant, in milliseconds since 1970. Resolves when all is at rest. */
  readonly moveTo: (instant: number) => Promise<void>;
  /** Runs the schedules that have fallen due by themselves, and lets the parties act. */
  readonly catchUp: () => Promise<void>;
}

/** At this hour in Stockholm the parties look at what has come, on each day that time is moved across. */
const hourOfWork = 9;

/**
 * @param act what the parties do by themselves, whenever time stands still; undefined where none does
 */
export function clockOf(
  system: Pick<RunningSystem, "now" | "advance" | "catchUp" | "settle">,
  act?: () => Promise<void>,
): Clock {
  let last: Promise<unknown> = Promise.resolve();
  // One at a time: two moves at once would run schedules out of order.
  const inTurn = (move: () => Promise<void>): Promise<void> => {
    const turn = last.then(move);
    last = turn.catch(() => {});
    return turn;
  };

  const goTo = (instant: number): Promise<void> =>
    instant <= Date.parse(system.now()) + alreadyThere
      ? system.catchUp()
      : system.advance(new Date(instant).toISOString());

  return {
    now: () => instantOf(Date.parse(system.now())),
    moveTo: (instant) =>
      inTurn(async () => {
        const stops = act === undefined ? [] : morningsBetween(Date.parse(system.now()), instant);
        for (const stop of [...stops, instant]) {
          await goTo(stop);
          await system.settle();
          await act?.();
        }
      }),
    catchUp: () =>
      inTurn(async () => {
        await system.catchUp();
        await act?.();
      }),
  };
}

/** Real milliseconds. An instant as near as this is reached by itself, and would have passed before it is moved to. */
const alreadyThere = 20;

function morningsBetween(from: number, to: number): readonly number[] {
  const mornings: number[] = [];
  for (let day = civilDateAt(instantOf(from)); ; day = addDays(day, 1)) {
    const morning = Date.parse(instantAt(day, hourOfWork));
    if (morning >= to) return mornings;
    if (morning > from) mornings.push(morning);
  }
}
