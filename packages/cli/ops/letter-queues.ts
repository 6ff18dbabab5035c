import { setAsideFrom } from "@hemvist/operations/asking";
import { logicalName, withoutDeadLetters } from "@hemvist/rules";
import { flags } from "../flags.ts";
import type { Given } from "../voice/command-line.ts";
import { Refusal } from "../voice/refusal.ts";

/** The queue whose letters are meant, by its name or its dead-letter queue's name. None means all. */
export function letterQueues(given: Given): readonly string[] {
  const named = given.value(flags.queue);
  if (named === undefined) return [];
  const wanted = withoutDeadLetters(logicalName(named));
  if (setAsideFrom.includes(wanted)) return [wanted];
  throw new Refusal({
    sv: `Det finns ingen kö ${wanted}: ${setAsideFrom.join(", ")}.`,
    en: `There is no queue ${wanted}: ${setAsideFrom.join(", ")}.`,
  });
}
