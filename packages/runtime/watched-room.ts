import { log } from "./log.ts";
import { measure } from "./measure.ts";

/** Ours, in per cent. A decision that takes less is small, and costs no line of the log. */
const worthCounting = 5;

/** Counts how much of its room a written decision takes, in per cent. An alarm is on the largest. */
export function countRoom(decision: string, taken: number): void {
  const percent = Math.round(taken * 100);
  if (percent < worthCounting) return;
  log.info("decision is large", { correlationid: decision, percent });
  measure("DecisionRoomPercent", percent);
}
