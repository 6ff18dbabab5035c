import type { Instant } from "../time/virtual-clock.ts";
import type { AlarmState } from "./alarm-state.ts";
import type { CompositeAlarm } from "./declared-alarms.ts";
import type { Change } from "./metric-history.ts";

/** The state that changes leave at an instant. */
export const stateAt = (changes: readonly Change[], at: Instant): AlarmState =>
  changes.findLast((change) => change.at <= at)?.state ?? "INSUFFICIENT_DATA";

/** A composite alarm's changes, by those of the alarms that its rule names. */
export const compositeHistory = (
  { rule }: CompositeAlarm,
  changesOf: (alarm: string) => readonly Change[],
  madeAt: Instant,
): readonly Change[] => {
  const named = new Map(rule.names.map((alarm) => [alarm, changesOf(alarm)]));
  const instants = [...new Set([madeAt, ...[...named.values()].flat().map(({ at }) => at)])];
  const changes: Change[] = [];
  for (const at of instants.toSorted((one, other) => one - other)) {
    const holds = rule.holds((alarm) => stateAt(named.get(alarm) ?? [], at));
    const state = holds ? "ALARM" : "OK";
    if (changes.at(-1)?.state !== state) changes.push({ at, state });
  }
  return changes;
};

/** A change, and when the alarm takes its actions for it; undefined where it takes none. */
export interface ActedChange extends Change {
  readonly actedAt?: Instant;
}

/**
 * When a composite alarm acts on its changes, with an alarm that suppresses its actions. It waits `WaitPeriod` for the
 * suppressor to go off, stays silent while that is in ALARM and for `ExtensionPeriod` after, and then acts on the state
 * that it has come to. A further change begins the wait anew.
 */
export const suppressed = (
  changes: readonly Change[],
  { waitPeriod, extensionPeriod }: NonNullable<CompositeAlarm["suppressor"]>,
  suppressor: readonly Change[],
): readonly ActedChange[] =>
  changes.map((change, index) => {
    const actedAt = actsAt(change.at, suppressor, { waitPeriod, extensionPeriod });
    const next = changes[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    return actedAt === undefined || actedAt >= next ? change : { ...change, actedAt };
  });

const actsAt = (
  changedAt: Instant,
  suppressor: readonly Change[],
  { waitPeriod, extensionPeriod }: { readonly waitPeriod: number; readonly extensionPeriod: number },
): Instant | undefined => {
  let dueAt: Instant | undefined =
    stateAt(suppressor, changedAt) === "ALARM" ? undefined : changedAt + waitPeriod * 1000;
  for (const { at, state } of suppressor.filter((change) => change.at > changedAt)) {
    if (dueAt !== undefined && at >= dueAt) break;
    if (state === "ALARM") dueAt = undefined;
    else dueAt ??= at + extensionPeriod * 1000;
  }
  return dueAt;
};
