import { correlationIdOf } from "@hemvist/casework";
import { livedOn } from "../../support/what-is-awaited.ts";
import { asBothKnowIt } from "../faults/next-code.ts";
import { checkLeft } from "../invariants/left-letters.ts";
import { isSameReplayed } from "../invariants/replayed-log.ts";
import { checkRest, type Fate } from "../invariants/rest.ts";
import type { Violations } from "../invariants/violations.ts";
import { checkSums, type Poster } from "../parties/posting.ts";
import type { Platform } from "../platform/platform.ts";
import type { Seeded } from "./seeded.ts";

interface Options {
  /** When it came to rest, and the last run of the follow-ups in office hours. */
  readonly rest: { readonly at: string; readonly lastRun: string };
  readonly chance: Seeded;
  readonly replays: Seeded;
  readonly posted: Poster["decisions"];
  readonly violations: Violations;
}

/** How many of a world's decisions are followed to their end, some years after it has come to rest. */
const fewLivedOn = 5;

/** What must hold of a world when faults have stopped and everything has had its time. Returns how messages ended. */
export async function checkAtRest(
  hemvist: Platform,
  { rest: { at, lastRun }, chance, replays, posted, violations }: Options,
): Promise<ReadonlyMap<string, ReadonlyMap<Fate, number>>> {
  for (const queue of hemvist.queues.values())
    violations.check(
      queue.size() === 0,
      "rest is reached",
      () => `${queue.manner.name} holds ${queue.size()}`,
    );
  violations.check(hemvist.stream.size() === 0, "rest is reached", () => "the stream holds changes");
  const { records } = hemvist.store;
  const left = await checkLeft(hemvist, { now: at, violations });
  const fates = checkRest({ ledger: hemvist.ledger, records, violations, left, at, lastRun });
  checkSums(fates, { posted, violations });
  const chosen = chance.fork("lived on");
  for (const record of records.values())
    if (chosen.chance(fewLivedOn / records.size))
      for (const { invariant, what } of livedOn(asBothKnowIt(record), at, hemvist.municipality))
        violations.add(invariant, `${correlationIdOf(record)} ${what}`);
  for (const [pk, commands] of hemvist.ledger.commands) {
    const record = records.get(pk);
    if (record === undefined) continue;
    const isSame = await isSameReplayed(record, commands, {
      municipality: hemvist.municipality,
      chance: replays,
    });
    violations.check(isSame, "a replayed log gives the same state", () => pk);
  }
  return fates;
}
