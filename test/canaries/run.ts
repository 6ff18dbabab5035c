import type { LocalOptions, RunningSystem } from "@hemvist/local";
import { Aviary } from "./canary.ts";
import { lying, type Out } from "./coming-out.ts";
import { play, startsAt } from "./play.ts";
import { type Place, places } from "./release-table.ts";
import { type Found, searchIn } from "./search.ts";

export interface Flown extends Found {
  readonly planted: number;
  /** Failed invocations and calls that do not run here, in the words of the local run. */
  readonly troubles: readonly string[];
}

interface Flight {
  readonly start: (options: Partial<LocalOptions>) => Promise<RunningSystem>;
  /** As many canaries in a message as it takes, or one. */
  readonly packed: boolean;
}

/** Plants canaries in everything that is sent to hemvist, and looks for them in everything that comes out. */
export async function flight({ start, packed }: Flight): Promise<Flown> {
  const outs: Out[] = [];
  const troubles: string[] = [];
  const aviary = new Aviary();
  const system = await start({
    startsAt,
    retryAfterMs: 1,
    onChange: (value) => outs.push({ place: places.stream, value }),
    onTrouble: (trouble) => troubles.push(trouble),
  });
  await play({ system, aviary, packed, out: (out) => outs.push(out) });
  outs.push(...(await lying(system)));
  return { ...searchIn(outs, aviary), planted: aviary.planted, troubles };
}

/** What the run prints. */
export function printed({ planted, searched, found, leaks, unused }: Flown): readonly string[] {
  const texts = [...searched.values()].reduce((sum, one) => sum + one, 0);
  const row = (place: Place): string =>
    `  ${place}: ${found.get(place) ?? 0} found in ${searched.get(place) ?? "the same"} texts`;
  return [
    `${planted} canaries planted; ${searched.size} places searched, ${texts} texts, messages, items and objects`,
    ...[...new Set([...searched.keys(), ...found.keys()])].sort().map(row),
    ...leaks.map((leak) => `  LEAK ${leak}`),
    ...unused.map((row) => `  UNUSED ${row}`),
    leaks.length + unused.length === 0
      ? "nothing came out but where the release table says"
      : `${leaks.length} leaks`,
  ];
}
