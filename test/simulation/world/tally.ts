import type { World } from "./world.ts";

/** What many worlds add up to. */
export interface Tally {
  readonly worlds: number;
  readonly decisions: number;
  readonly versions: number;
  readonly faults: ReadonlyMap<string, number>;
  readonly fates: ReadonlyMap<string, number>;
  /** Messages that parties verified, by the name of the key. */
  readonly verified: ReadonlyMap<string, number>;
}

export function tallyOf(worlds: readonly World[]): Tally {
  const fates = worlds.flatMap((world) => [...world.fates.values()].flatMap((ofParty) => [...ofParty]));
  return {
    worlds: worlds.length,
    decisions: sum(worlds.map(({ decisions }) => decisions)),
    versions: sum(worlds.map(({ versions }) => versions)),
    faults: added(worlds.flatMap(({ faults }) => [...faults])),
    fates: added(fates),
    verified: added(worlds.flatMap(({ verified }) => [...verified])),
  };
}

export const sum = (numbers: Iterable<number>): number => [...numbers].reduce((a, b) => a + b, 0);

function added(entries: readonly (readonly [string, number])[]): ReadonlyMap<string, number> {
  const total = new Map<string, number>();
  for (const [name, count] of entries) total.set(name, (total.get(name) ?? 0) + count);
  return new Map([...total].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export const written = (count: number): string => count.toLocaleString("en-GB");

/** The figures of a run, line by line: the same worlds give the same bytes. */
export function figures({ worlds, decisions, versions, faults, fates, verified }: Tally): readonly string[] {
  const listed = (counts: ReadonlyMap<string, number>): string =>
    [...counts].map(([name, count]) => `${name} ${written(count)}`).join(", ");
  return [
    `${written(decisions)} decisions in ${written(worlds)} ${worlds === 1 ? "world" : "worlds"}, ${written(versions)} versions written`,
    `ended: ${listed(fates)}`,
    `${written(sum(verified.values()))} signatures verified by parties: ${listed(verified)}`,
    `${written(sum(faults.values()))} faults: ${listed(faults)}`,
  ];
}
