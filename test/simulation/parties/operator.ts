import { instantOf } from "@hemvist/rules";
import { type Redriven, redrive } from "../../../packages/operations/redrive/redrive.ts";
import { checkSentBack } from "../invariants/sent-back.ts";
import type { Violations } from "../invariants/violations.ts";
import type { Platform } from "../platform/platform.ts";
import type { Parts } from "../platform/wiring.ts";
import type { Seeded } from "../world/seeded.ts";
import { hour, minute, type VirtualTime } from "../world/virtual-time.ts";
import { redrivePorts } from "./redrive-ports.ts";

interface Options {
  readonly time: VirtualTime;
  readonly chance: Seeded;
  readonly from: number;
  /** The parties have stopped sending. */
  readonly quiet: number;
  readonly plan: Parts["redrivePlan"];
  readonly violations: Violations;
  readonly onRedrivenTwice: () => void;
}

/**
 * Once faults have stopped, an operator redrives what the platform gave up on, from queues and stream alike, as `hemvist
 * ops redrive` does, now and then twice by mistake. The last round comes when the parties have stopped sending: what a
 * letter would come to changes with what comes after it.
 */
export function operator(hemvist: Platform, options: Options): void {
  const { time, from, quiet } = options;
  const unreadable = new Set<string>();
  const round = (): void => void redriveAll(hemvist, { ...options, unreadable });
  for (let at = from + hour; at < quiet; at += 12 * hour) time.at(at, round);
  time.at(quiet + 30 * minute, round);
}

interface Round extends Options {
  /** Letters that stay unreadable: no other version of the code comes any more. */
  readonly unreadable: Set<string>;
}

async function redriveAll(
  hemvist: Platform,
  { time, chance, plan, violations, onRedrivenTwice, unreadable }: Round,
): Promise<void> {
  const ports = redrivePorts(hemvist);
  const letters = ports.held().filter(({ id }) => !unreadable.has(id));
  const steps = await plan(letters, {
    find: ports.cases.find,
    now: instantOf(time.now()),
    municipality: hemvist.municipality,
  });
  for (const { letter, verdict } of steps) if (verdict.kind === "unreadable") unreadable.add(letter.id);
  checkSentBack(steps, { records: hemvist.store.records, ledger: hemvist.ledger, violations });
  const { sent } = await redrive(steps, ports);
  if (sent.length === 0 || !chance.chance(0.3)) return;
  onRedrivenTwice();
  time.after(chance.below(20 * minute), (): Promise<Redriven> => redrive(steps, ports));
}
