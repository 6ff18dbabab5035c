import { type Instant, type Message, newAssignmentIn } from "@hemvist/casework";
import { isTrial } from "@hemvist/rules";
import { count, measure, promiseKept } from "@hemvist/runtime";

/** What we promise of 999 new assignments in 1,000, in seconds. Ours. */
const promised = 60;

/**
 * Counts the new assignments among messages that have left for good, and measures how long after the decision. Of one
 * that an earlier run has sent, the time is not known. hemvist's own trial decisions are in no figure.
 */
export function measureHandedOn(
  messages: readonly Message[],
  { known, now }: { readonly known: ReadonlySet<string>; readonly now: Instant },
): void {
  for (const message of messages) {
    const assignment = newAssignmentIn(message);
    if (assignment === undefined || isTrial(assignment.provider)) continue;
    const { requestedAt, ...labels } = assignment;
    count("AssignmentsHandedOn", labels);
    if (known.has(message.event.id)) continue;
    // Lambda's clock may be behind the one that received the decision.
    const seconds = Math.max(0, (Date.parse(now) - Date.parse(requestedAt)) / 1000);
    measure("TimeToHandOn", seconds, labels);
    promiseKept("HandedOnInTime", seconds <= promised);
  }
}
