import { caseSystem, type Posted, sendingTime } from "./case-system.ts";
import { type Await, type CallFault, type Faults, faultsByRate } from "./faults.ts";
import { checkLeft } from "./left-letters.ts";
import { operator } from "./operator.ts";
import { administrationsOf, type Heard } from "./parties.ts";
import { planTrouble } from "./planned-trouble.ts";
import { type Platform, platform } from "./platform.ts";
import { provider } from "./provider.ts";
import { isSameReplayed } from "./replayed-log.ts";
import { type Resending, resending } from "./resending.ts";
import { checkRest, type Fate } from "./rest-invariants.ts";
import { restOf } from "./rest-time.ts";
import { type Seeded, seeded } from "./seeded.ts";
import { everyHour } from "./simulated-schedule.ts";
import { noViolations, type Violation } from "./violations.ts";
import { day, virtualTime } from "./virtual-time.ts";
import { type Parts, realParts } from "./wiring.ts";

export interface WorldOptions {
  readonly seed: number;
  /** How many messages the case systems send by themselves, all four together. */
  readonly decisions: number;
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

/**
 * Ordinary weeks, and those in which calendars go wrong: summer time begins and ends, leap day, Christmas. In one of
 * them another Act and another model come into force.
 */
const starts = [
  "2026-11-02",
  "2025-06-30",
  "2027-03-25",
  "2026-10-22",
  "2028-02-27",
  "2026-12-21",
  "2027-06-23",
] as const;

/** Lives through one world from its first message to rest, and tells what was seen. */
export async function live(options: WorldOptions): Promise<World> {
  const { seed, decisions, onAwait = () => {}, replayed = 0.01 } = options;
  const chance = seeded(seed);
  const faults = (options.faults ?? faultsByRate)(chance.fork("faults"));
  const start = Date.parse(`${chance.pick(starts)}T05:00:00Z`);
  const time = virtualTime(start);
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
    onAwait,
    onHeard: (queue, heard) => hearerOn(queue)(heard),
    isReplayed: () => replays.chance(replayed),
  });
  const faultsStop = start + sendingTime + day + chance.below(day);
  const memory = resending({ time, queue: hemvist.queue });
  const trouble = planTrouble(hemvist, {
    time,
    chance: chance.fork("trouble"),
    faults,
    faultsStop,
    resending: memory,
  });
  const rest = restOf(faultsStop, { workingDays: trouble.isStreamOff ? 8 : 3 });

  const posting = poster(hemvist, {
    note: trouble.isRestored ? memory.note : () => {},
    isOver: () => time.now() > rest.quiet,
  });
  const systems = administrationsOf().map((administration, index) => {
    const messages = Math.floor((decisions + index) / 4);
    const own = chance.fork(administration);
    const post = (posted: Posted): void => {
      posting.post(posted);
      if (faults.happens("sent-twice", 0.02)) posting.post(posted);
    };
    const mayAskMore = hemvist.code.isNextAnnounced;
    const system = caseSystem({ administration, time, chance: own, messages, post, mayAskMore });
    hearers.set(`inbox-${administration}`, system.hear);
    return system;
  });

  let uuids = 0;
  const nextUuid = (): string => {
    uuids += 1;
    return `00000000-0000-4000-8000-${String(uuids).padStart(12, "0")}`;
  };
  function hearerOn(queue: string) {
    const known = hearers.get(queue);
    if (known || !queue.startsWith("assignments-")) return known ?? (() => {});
    const party = queue.slice("assignments-".length);
    const { hear } = provider({ party, time, chance: chance.fork(queue), nextUuid, post: posting.post });
    hearers.set(queue, hear);
    return hear;
  }

  everyHour({ time, until: rest.end, chance: chance.fork("schedule"), faults, invoke: hemvist.followUp });
  time.at(faultsStop, faults.stop);
  operator(hemvist, {
    time,
    chance: chance.fork("operator"),
    from: faultsStop,
    until: rest.quiet,
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
  checkSums(fates, { posted: posting.decisions(), check: violations.check });
  for (const [pk, commands] of hemvist.ledger.commands) {
    const record = records.get(pk);
    if (record === undefined) continue;
    const isSame = await isSameReplayed(record, commands, replays);
    violations.check(isSame, "a replayed log gives the same state", () => pk);
  }
  return {
    seed,
    decisions: [...posting.decisions().values()].reduce((a, b) => a + b, 0),
    versions: [...records.values()].reduce((sum, { version }) => sum + version, 0),
    faults: faults.counts,
    fates,
    violations: violations.found,
  };
}

/** What came in equals what ended, per party. */
function checkSums(
  fates: World["fates"],
  { posted, check }: { posted: ReadonlyMap<string, number>; check: ReturnType<typeof noViolations>["check"] },
): void {
  for (const [queue, sent] of posted) {
    const ended = [...(fates.get(queue)?.values() ?? [])].reduce((a, b) => a + b, 0);
    check(
      ended === sent,
      "what came in equals what ended, per party",
      () => `${queue}: ${sent} in, ${ended} ended`,
    );
  }
}

/** Puts what parties send on their queues, and in the ledger. */
function poster(
  { queue, ledger }: Platform,
  { note, isOver }: { note: Resending["note"]; isOver: () => boolean },
) {
  const decisions = new Map<string, number>();
  return {
    decisions: (): ReadonlyMap<string, number> => decisions,
    post({
      queue: name,
      body,
      decision,
      isPoisoned = false,
      ...line
    }: Posted & { readonly group?: string; readonly deduplicationId?: string }): void {
      if (isOver()) return;
      const origin = `${name}#${ledger.origins.size + 1}`;
      const to = queue(name);
      const before = to.sent();
      to.send({ body, origin, ...line });
      // Within the deduplication window nothing has come in.
      if (to.sent() === before) return;
      note(name, { body, origin, ...line });
      ledger.origins.set(origin, { queue: name, isPoisoned, ...(decision ? { decision } : {}) });
      if (decision) decisions.set(name, (decisions.get(name) ?? 0) + 1);
    },
  };
}
