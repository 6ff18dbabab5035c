import type { CaseRecord } from "@hemvist/casework";
import type { CivilDate, Municipality } from "@hemvist/rules";
import { goteborg } from "../../support/goteborg.ts";
import { type Await, type CallFault, type Faults, faultsByRate } from "../faults/faults.ts";
import { planTrouble } from "../faults/planned-trouble.ts";
import type { Fate } from "../invariants/rest.ts";
import { checkLastWord } from "../invariants/room.ts";
import { noViolations, type Violation } from "../invariants/violations.ts";
import { operator } from "../parties/operator.ts";
import { partnersIn, partySignatures } from "../parties/party-signatures.ts";
import { poster } from "../parties/posting.ts";
import { resending } from "../parties/resending.ts";
import { partiesWithoutMeasure } from "../parties/without-measure.ts";
import type { Accepted } from "../platform/party-queues.ts";
import { platform } from "../platform/platform.ts";
import { everyHour } from "../platform/schedule.ts";
import { type Parts, realParts } from "../platform/wiring.ts";
import { checkAtRest } from "./at-rest.ts";
import { kindOf, mannersIn, type WorldKind } from "./kind.ts";
import { partySystems } from "./party-systems.ts";
import { type Seeded, seeded } from "./seeded.ts";
import { timesOf, type WorldTimes } from "./times.ts";
import { type VirtualTime, virtualTime } from "./virtual-time.ts";

export interface WorldOptions {
  readonly seed: number;
  /** Göteborg unless given. */
  readonly municipality?: Municipality;
  /** How many messages the case systems send by themselves, all together. */
  readonly decisions: number;
  /** What of its kind is other than the seed will have it. */
  readonly kind?: Partial<WorldKind>;
  readonly faults?: (chance: Seeded) => Faults;
  /** Parts that are broken on purpose. */
  readonly parts?: Partial<Parts>;
  readonly isConditional?: boolean;
  readonly onAwait?: (awaited: Await, fault: CallFault | undefined) => void;
  /** A queue that a party reads has taken a message, at that virtual instant. */
  readonly onAccepted?: (message: Accepted, at: number) => void;
  /** All that is stored when the world has come to rest. */
  readonly onRest?: (records: ReadonlyMap<string, CaseRecord>) => void;
  /** The day that its times are counted from. One of its seed's unless given. */
  readonly week?: CivilDate;
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
  /** Messages whose signatures parties have verified, by the name of the key. */
  readonly verified: ReadonlyMap<string, number>;
  readonly violations: readonly Violation[];
}

/** A world that has not begun. */
export interface PlannedWorld {
  readonly start: number;
  /** @param time stands at its start */
  readonly begin: (time: VirtualTime) => BegunWorld;
}

export interface BegunWorld {
  /** When it is at rest. */
  readonly end: number;
  /** What was seen of it, once time has come to its end. */
  readonly seen: () => Promise<World>;
}

/** Lives through one world from its first message to rest, and returns what was seen. */
export async function live(options: WorldOptions): Promise<World> {
  const { start, begin } = planned(options);
  const time = virtualTime(start);
  const { end, seen } = begin(time);
  await time.run(end);
  return seen();
}

/** Works out when a world begins. Two worlds may share one clock. */
export function planned(options: WorldOptions): PlannedWorld {
  const chance = seeded(options.seed);
  const kind = { ...kindOf(options.seed), ...options.kind };
  const times = timesOf(kind.lasts, chance.fork("times"), options.week);
  return { start: times.start, begin: (time) => begin(options, { chance, kind, times, time }) };
}

interface Plan {
  readonly chance: Seeded;
  readonly kind: WorldKind;
  readonly times: WorldTimes;
  readonly time: VirtualTime;
}

function begin(options: WorldOptions, { chance, kind, times, time }: Plan): BegunWorld {
  const { seed, municipality = goteborg, decisions, replayed = 0.005, isFlooded = false } = options;
  const { onAwait = () => {}, onAccepted = () => {} } = options;
  const { lasts, hasManyShapes, hasSignatures } = kind;
  const { faultsStop } = times;
  const { basics, answers, faults: rates } = mannersIn[lasts];
  const trials = chance.fork("faults");
  const faults = options.faults?.(trials) ?? faultsByRate(trials, rates);
  const violations = noViolations();
  const parts = { ...realParts, ...options.parts };
  const replays = chance.fork("replays");

  const partners = hasSignatures ? partnersIn(municipality) : {};
  const hemvist = platform({
    municipality,
    partners,
    time,
    chance: chance.fork("platform"),
    faults,
    violations,
    parts,
    isConditional: options.isConditional ?? true,
    fuller: isFlooded ? 8 : 1,
    hasManyShapes,
    hasSignatures,
    onAwait,
    onAccepted: (message) => onAccepted(message, time.now()),
    onDelivered: (queue, delivery) => parties.deliver(queue, delivery),
    isReplayed: () => replays.chance(replayed),
  });
  const memory = resending({ time, queue: hemvist.queue });
  const trouble = planTrouble(hemvist, {
    time,
    chance: chance.fork("trouble"),
    faults,
    kind,
    times,
    resending: memory,
  });
  const rest = times.rest(trouble);

  const posting = poster(hemvist, {
    signing: partySignatures(partners, chance.fork("party signatures")),
    note: trouble.isRestored ? memory.note : () => {},
    isOver: () => time.now() > rest.quiet,
  });
  const parties = partySystems({
    municipality,
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
  const seen = async (): Promise<World> => {
    const verified = await hemvist.signatures.check();
    if (isFlooded) checkLastWord(hemvist.store.records, violations);
    const fates = await checkAtRest(hemvist, {
      rest,
      chance,
      replays,
      posted: posting.decisions,
      violations,
    });
    const { records } = hemvist.store;
    options.onRest?.(records);
    return {
      seed,
      decisions: [...posting.decisions.values()].reduce((a, b) => a + b, 0),
      versions: [...records.values()].reduce((sum, { version }) => sum + version, 0),
      faults: faults.counts,
      fates,
      verified,
      violations: violations.found,
    };
  };
  return { end: rest.end, seen };
}
