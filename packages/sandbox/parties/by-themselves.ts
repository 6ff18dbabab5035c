import { civilDateAt } from "@hemvist/rules";
import { type Act, acknowledge, answer, type Desks, startBy, type Task } from "./providers.ts";

/** A provider answers the day after. */
const answersAfter = 24 * 3_600_000;
/** Before a quarter has passed without news, it says that all goes on. */
const newsEvery = 75 * answersAfter;

/**
 * What a provider does about an assignment by itself. It acknowledges at once, answers the day after, begins
 * on the first day, gives news each quarter, and is done on the last day.
 * @param now RFC 3339
 */
export const byThemselves =
  (now: string) =>
  (task: Readonly<Task>): Act | undefined => {
    const passed = Date.parse(now) - Date.parse(task.since);
    const today = civilDateAt(now);
    switch (task.status) {
      case "requested":
        return acknowledge(task);
      case "received":
        return passed >= answersAfter ? answer(task) : undefined;
      case "accepted":
        return startBy(today)(task);
      case "in-progress":
        if (task.to <= today) return { status: "completed", result: "next-step" };
        return passed >= newsEvery ? { status: "in-progress" } : undefined;
      default:
        return undefined;
    }
  };

/** Lets the providers take what has come and act on it, until they have nothing more to do. */
export async function letThemAct(desks: Desks, now: () => string): Promise<void> {
  for (;;) {
    const arrived = await desks.open();
    const reports = await desks.report(byThemselves(now()));
    if (arrived.length === 0 && reports.length === 0) return;
  }
}
