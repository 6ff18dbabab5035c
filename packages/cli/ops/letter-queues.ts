import { CannotRun, setAsideFrom } from "@hemvist/operations";
import { logicalName, withoutDeadLetters } from "@hemvist/rules";
import type { Given } from "./command.ts";

/** The queues whose dead letters are meant: the one that was given, by its own name or its dead-letter queue's, or all. */
export function letterQueues(given: Given): readonly string[] {
  const named = given.text("queue");
  if (named === undefined) return setAsideFrom;
  const wanted = withoutDeadLetters(logicalName(named));
  if (!setAsideFrom.includes(wanted))
    throw new CannotRun(`There is no queue ${wanted}: ${setAsideFrom.join(", ")}.`);
  return [wanted];
}
