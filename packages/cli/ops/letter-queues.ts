import { CannotRun, setAsideFrom } from "@hemvist/operations";
import type { Given } from "./command.ts";

/** The queues whose dead letters are meant: the one that was given, by its own name or its dead-letter queue's, or all. */
export function letterQueues(given: Given): readonly string[] {
  const wanted = given
    .text("queue")
    ?.replace(/\.fifo$/, "")
    .replace(/-dlq$/, "");
  if (wanted === undefined) return setAsideFrom;
  if (!setAsideFrom.includes(wanted))
    throw new CannotRun(`There is no queue ${wanted}: ${setAsideFrom.join(", ")}.`);
  return [wanted];
}
