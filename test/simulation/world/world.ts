import { type Await, type CallFault, type Faults, faultsByRate } from "../faults/faults.ts";
import { planTrouble } from "../faults/planned-trouble.ts";
import type { Fate } from "../invariants/rest.ts";
import { checkLastWord } from "../invariants/room.ts";
import { noViolations, type Violation } from "../invariants/violations.ts";
import { operator } from "../parties/operator.ts";
import { poster } from "../parties/posting.ts";
import { resending } from "../parties/resending.ts";
import { partiesWithoutMeasure } from "../parties/without-measure.ts";
import { platform } from "../platform/platform.ts";
import { everyHour } from "../platform/schedule.ts";
import { type Parts, realParts } from "../platform/wiring.ts";
import { checkAtRest } from "./at-rest.ts";
import { kindOf, mannersIn, type WorldKind } from "./kind.ts";
import { partySystems } from "./party-systems.ts";
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
  /** Whether a provider and an SF without measure write about one more decision. */
  readonly isFlooded?: boolean;
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

/** Lives through one world from its first message to rest, and returns what was seen. */
export async function live(options: WorldOptions): Promise<World> {
  const { seed, decisions, onAwait = () => {}, replayed = 0.005, isFlooded = false } = options;
  const chance = seeded(seed);
  const { lasts, hasManyShapes } = { ...kindOf(seed), ...options.kind };
  const times = timesOf(lasts, chance.fork("times"));
  const { faultsStop } = times;
  const { basics, answers, faults: rates } = mannersIn[lasts];
  const trials = chance.fork("faults");
  const faults = options.faults?.(trials) ?? faultsByRate(trials, rates);
  const time = virtualTime(times.start);
  const violations = noViolations();
  const parts = { ...realParts, ...options.parts };
  const replays = chance.fork("replays");

  const hemvist = platform({
    time,
    chance: chance.fork("platform"),
    faults,
    violations,
    parts,
    isConditional: options.isConditional ?? true,
    fuller: isFlooded ? 8 : 1,
    hasManyShapes,
    onAwait,
    onDelivered: (queue, delivery) => parties.deliver(queue, delivery),
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
  const parties = partySystems({
    time,
    chance,
    faults,
    decisions,
    sendingTime: times.sendingTime,
    basics,
    answers,
    post: posting.post,
    mayAskMore: hemvist.code.isNextAnnounced,
  });

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

  parties.start();
  if (isFlooded) partiesWithoutMeasure({ time, chance: chance.fork("without measure"), post: posting.post });
  await time.run(rest.end);
  if (isFlooded) checkLastWord(hemvist.store.records, violations);

  const fates = await checkAtRest(hemvist, { rest, chance, replays, posted: posting.decisions, violations });
  const { records } = hemvist.store;
  return {
    seed,
    decisions: [...posting.decisions.values()].reduce((a, b) => a + b, 0),
    versions: [...records.values()].reduce((sum, { version }) => sum + version, 0),
    faults: faults.counts,
    fates,
    violations: violations.found,
  };
}
