import { type CaseRecord, caseKeyOf, correlationIdOf, personsIn } from "@hemvist/casework";
import { setAsideFrom } from "../addresses.ts";
import { CannotRun } from "../cannot-run.ts";
import { explained } from "../dead-letters/explain.ts";
import { listed } from "../dead-letters/holding.ts";
import { handOversOf } from "../places/hand-overs.ts";
import { recordsAtOnce } from "../records-at-once.ts";
import type { System } from "../system.ts";
import type { AnswerOf } from "../wire/answers.ts";
import type { AskedFor } from "../wire/asked.ts";
import type { On } from "./act.ts";
import { inParts } from "./in-parts.ts";
import { isMeant } from "./is-meant.ts";
import { logShown } from "./log-shown.ts";
import { planFor } from "./plan-for.ts";
import { notReached } from "./trouble.ts";

const nothing = { handOvers: [], letters: [], unseen: 0, notLookedAt: [] };

/**
 * Lists where data of a decision lies beside its record. It answers the same for a protected person as for any other. A
 * decision may be named by the mark that a log has for it: then all records are looked through, in parts.
 */
export async function placesNext(asked: AskedFor<"places">, on: On): Promise<AnswerOf<"places">> {
  const { decision, reason } = asked;
  const { answer, goOn } = await inParts<Omit<AnswerOf<"places">, "goOn">>(on, asked, {
    command: "places",
    reason,
    what: { decision },
    nothing,
    async part(after) {
      const { record, next } = await foundAfter(after, decision, on.system);
      if (record === undefined && next === undefined) throw noDecision(decision);
      const answer = record === undefined ? nothing : await placesOf(record, on);
      if (record !== undefined)
        await logShown(
          {
            act: "places",
            asked: correlationIdOf(record),
            purpose: reason,
            ...personsIn([record]),
            shown: 1,
          },
          on,
        );
      return { answer, sums: { handOvers: answer.handOvers.length, letters: answer.letters.length }, next };
    },
  });
  return { ...answer, ...(goOn === undefined ? {} : { goOn }) };
}

interface Found {
  readonly record?: CaseRecord;
  /** The key to look after, if the record is not among these. */
  readonly next: string | undefined;
}

async function foundAfter(after: string | undefined, decision: string, system: System): Promise<Found> {
  const record = decision.includes("~") ? undefined : await system.cases().find(caseKeyOf(decision));
  if (record !== undefined) return { record, next: undefined };
  if (!decision.includes("~")) return { next: undefined };
  const part = recordsAtOnce(system, after);
  for await (const stored of part.records)
    if (!("unreadable" in stored) && isMeant(decision, correlationIdOf(stored), system))
      return { record: stored, next: undefined };
  return { next: part.next() };
}

async function placesOf(record: CaseRecord, { system }: On) {
  const decision = correlationIdOf(record);
  const { letters, unseen, notLookedAt } = await listed(await system.letters(), setAsideFrom);
  const plan = await planFor(letters, system);
  return {
    decision,
    handOvers: handOversOf(record),
    letters: plan.filter((step) => step.decision === decision).map(explained),
    unseen,
    notLookedAt: notReached(notLookedAt),
    now: system.now,
  };
}

const noDecision = (decision: string): CannotRun =>
  new CannotRun({ sv: `Det finns inget beslut ${decision}.`, en: `There is no decision ${decision}.` });
