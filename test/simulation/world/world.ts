import { correlationIdOf } from "@hemvist/casework";
import { inboxOf, isOf, partyOf } from "@hemvist/rules";
import { livedOn } from "../../support/what-is-awaited.ts";
import { type Await, type CallFault, type Faults, faultsByRate } from "../faults/faults.ts";
import { asBothKnowIt } from "../faults/next-code.ts";
import { planTrouble } from "../faults/planned-trouble.ts";
import { checkLeft } from "../invariants/left-letters.ts";
import { isSameReplayed } from "../invariants/replayed-log.ts";
import { checkRest, type Fate } from "../invariants/rest.ts";
import { noViolations, type Violation } from "../invariants/violations.ts";
import { caseSystem, type Posted } from "../parties/case-system.ts";
import { operator } from "../parties/operator.ts";
import { administrationsOf, type Heard } from "../parties/parties.ts";
import { checkSums, poster } from "../parties/posting.ts";
import { provider } from "../parties/provider.ts";
import { resending } from "../parties/resending.ts";
import { platform } from "../platform/platform.ts";
import { everyHour } from "../platform/schedule.ts";
import { type Parts, realParts } from "../platform/wiring.ts";
import { kindOf, mannersIn, type WorldKind } from "./kind.ts";
import { type Seeded, seeded } from "./seeded.ts";
import { timesOf } from "./times.ts";
import { virtualTime } from "./virtual-time.ts";

export interface WorldOptions {
  readonly seed: number;
  /** How many messages the case systems send by themselves, all four together. */
  readonly decisions: number;
  /** What of its kind is other than the seed will have it. */
  readonly kind?: Partial<WorldKind>;
  readonly faults?: (chance: Seeded) => Faults;
  /** Parts that are broken on purpose. */
  readonly parts?: Partial<Parts>;
  readonly isConditional?: boolean;
  readonly onAwait?: (awaited: Await, fault: CallFault | undefined) => void;
  /** How many of the decisions are done again from their log. */
  readonly replayed?: number;
}

export interface World {
  readonly seed: number;
  /** Decision messages that were sent, the duplicates and corrections too. */
  readonly decisions: number;
  /** Versions that were written. */
  readonly versions: number;
  readonly faults: ReadonlyMap<string, number>;
  readonly fates: ReadonlyMap<string, ReadonlyMap<Fate, number>>;
  readonly violations: readonly Violation[];
}

/** How many of a world's decisions are followed to their end, some years after it has come to rest. */
const fewLivedOn = 5;

/** Lives through one world from its first message to rest, and tells what was seen. */
export async function live(options: WorldOptions): Promise<World> {
  const { seed, decisions, onAwait = () => {}, replayed = 0.005 } = options;
  const chance = seeded(seed);
  const { lasts, hasManyShapes } = { ...kindOf(seed), ...options.kind };
  const times = timesOf(lasts, chance.fork("times"));
  const { sendingTime, faultsStop } = times;
  const { basics, answers, faults: rates } = mannersIn[lasts];
  const trials = chance.fork("faults");
  const faults = options.faults?.(trials) ?? faultsByRate(trials, rates);
  const time = virtualTime(times.start);
  const violations = noViolations();
  const parts = { ...realParts, ...options.parts };
  const hearers = new Map<string, (heard: Heard) => void>();
  const replays = chance.fork("replays");

  const hemvist = platform({
    time,
    chance: chance.fork("platform"),
    faults,
    violations,
    parts,
    isConditional: options.isConditional ?? true,
    hasManyShapes,
    onAwait,
    onHeard: (queue, heard) => hearerOn(queue)(heard),
    isReplayed: () => replays.chance(replayed),
  });
  const memory = resending({ time, queue: hemvist.queue });
  const trouble = planTrouble(hemvist, {
    time,
    chance: chance.fork("trouble"),
    faults,
    kind: { lasts, hasManyShapes },
    times,
    resending: memory,
  });
  const rest = times.rest(trouble);

  const posting = poster(hemvist, {
    note: trouble.isRestored ? memory.note : () => {},
    isOver: () => time.now() > rest.quiet,
  });
  const systems = administrationsOf().map((administration, index) => {
    const messages = Math.floor((decisions + index) / 4);
    const own = chance.fork(administration);
    const post = (posted: Posted): string | undefined => {
      const messageId = posting.post(posted);
      if (faults.happens("sent-twice", 0.02)) posting.post(posted);
      return messageId;
    };
    const mayAskMore = hemvist.code.isNextAnnounced;
    const system = caseSystem({
      administration,
      time,
      chance: own,
      messages,
      sendingTime,
      basics,
      post,
      mayAskMore,
    });
    hearers.set(inboxOf(administration), system.hear);
    return system;
  });

  let uuids = 0;
  const nextUuid = (): string => {
    uuids += 1;
    return `00000000-0000-4000-8000-${String(uuids).padStart(12, "0")}`;
  };
  function hearerOn(queue: string) {
    const known = hearers.get(queue);
    if (known || !isOf("assignments", queue)) return known ?? (() => {});
    const party = partyOf(queue);
    const { hear } = provider({
      party,
      time,
      chance: chance.fork(queue),
      answers,
      nextUuid,
      post: posting.post,
    });
    hearers.set(queue, hear);
    return hear;
  }

  everyHour({ time, until: rest.end, chance: chance.fork("schedule"), faults, invoke: hemvist.followUp });
  time.at(faultsStop, faults.stop);
  operator(hemvist, {
    time,
    chance: chance.fork("operator"),
    from: faultsStop,
    quiet: rest.quiet,
    plan: parts.redrivePlan,
    violations,
    onRedrivenTwice: () => faults.count("redriven-twice"),
  });

  for (const system of systems) system.start();
  await time.run(rest.end);

  for (const queue of hemvist.queues.values())
    violations.check(
      queue.size() === 0,
      "rest is reached",
      () => `${queue.manner.name} holds ${queue.size()}`,
    );
  violations.check(hemvist.stream.size() === 0, "rest is reached", () => "the stream holds changes");
  const { records } = hemvist.store;
  const left = await checkLeft(hemvist, { now: rest.at, violations });
  const { at, lastRun } = rest;
  const fates = checkRest({ ledger: hemvist.ledger, records, violations, left, at, lastRun });
  checkSums(fates, { posted: posting.decisions, violations });
  const chosen = chance.fork("lived on");
  for (const record of records.values())
    if (chosen.chance(fewLivedOn / records.size))
      for (const { invariant, what } of livedOn(asBothKnowIt(record), at))
        violations.add(invariant, `${correlationIdOf(record)} ${what}`);
  for (const [pk, commands] of hemvist.ledger.commands) {
    const record = records.get(pk);
    if (record === undefined) continue;
    const isSame = await isSameReplayed(record, commands, replays);
    violations.check(isSame, "a replayed log gives the same state", () => pk);
  }
  return {
    seed,
    decisions: [...posting.decisions.values()].reduce((a, b) => a + b, 0),
    versions: [...records.values()].reduce((sum, { version }) => sum + version, 0),
    faults: faults.counts,
    fates,
    violations: violations.found,
  };
}
