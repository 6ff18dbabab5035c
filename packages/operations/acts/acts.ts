import type * as z from "zod/mini";
import type { AnswerOf } from "../wire/answers.ts";
import { type AskedFor, asked } from "../wire/asked.ts";
import { accessesToPerson } from "./accesses-to-person.ts";
import type { On } from "./act.ts";
import { approveAct } from "./approve-act.ts";
import { checkFunctions } from "./check-functions.ts";
import { discardLetters } from "./discard-letters.ts";
import { journalNext } from "./journal-part.ts";
import { explainLetter, listLetters } from "./letters.ts";
import { NotAsked } from "./not-asked.ts";
import { placesNext } from "./places-part.ts";
import { reconcileNext } from "./reconcile-part.ts";
import { redriveLetters } from "./redrive-letters.ts";
import { replayMessages } from "./replay-messages.ts";
import { resealNext } from "./reseal-part.ts";
import { showAccess } from "./show-access.ts";
import { verifyAccesses } from "./verify-accesses.ts";
import { viewNext } from "./view-part.ts";

export type ActName = keyof typeof asked;

type Run<Name extends ActName> = (asked: AskedFor<Name>, on: On) => Promise<AnswerOf<Name>>;

/** Reads what was asked for, and does it. @throws NotAsked */
function act<Name extends ActName>(form: z.ZodMiniType<AskedFor<Name>>, run: Run<Name>) {
  return (body: unknown, on: On): Promise<AnswerOf<Name>> => {
    const read = form.safeParse(body);
    if (!read.success) throw new NotAsked();
    return run(read.data, on);
  };
}

/** All that `functions/operate` does for an operator, by name. */
export const acts: ReadonlyMap<string, (body: unknown, on: On) => Promise<unknown>> = new Map<
  string,
  (body: unknown, on: On) => Promise<unknown>
>([
  ["dead-letters", act<"dead-letters">(asked["dead-letters"], listLetters)],
  ["explain", act<"explain">(asked.explain, explainLetter)],
  ["redrive", act<"redrive">(asked.redrive, redriveLetters)],
  ["discard", act<"discard">(asked.discard, discardLetters)],
  ["replay", act<"replay">(asked.replay, replayMessages)],
  ["reconcile", act<"reconcile">(asked.reconcile, reconcileNext)],
  ["doctor", act<"doctor">(asked.doctor, checkFunctions)],
  ["journal", act<"journal">(asked.journal, journalNext)],
  ["approve", act<"approve">(asked.approve, approveAct)],
  ["reseal", act<"reseal">(asked.reseal, resealNext)],
  ["view", act<"view">(asked.view, viewNext)],
  ["audit-show", act<"audit-show">(asked["audit-show"], showAccess)],
  ["places", act<"places">(asked.places, placesNext)],
  ["audit-person", act<"audit-person">(asked["audit-person"], accessesToPerson)],
  ["audit-verify", act<"audit-verify">(asked["audit-verify"], verifyAccesses)],
]);
