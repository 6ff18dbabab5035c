import { virtualTime } from "./virtual-time.ts";
import { planned, type World, type WorldOptions } from "./world.ts";

/**
 * Lives through many worlds on one clock and in one process, as if all their functions ran side by side.
 * @returns the worlds in the order of their options
 */
export async function liveSideBySide(all: readonly WorldOptions[]): Promise<readonly World[]> {
  const inOrder = all
    .map((options, index) => ({ ...planned(options), index }))
    .toSorted(by(({ start }) => start));
  const time = virtualTime(inOrder[0]?.start ?? 0);
  const begun = [];
  for (const { start, begin, index } of inOrder) {
    await time.run(start);
    begun.push({ ...begin(time), index });
  }
  const worlds: World[] = [];
  for (const { end, seen, index } of begun.toSorted(by(({ end }) => end))) {
    if (end < time.now()) throw new Error("a world was over before all had begun");
    await time.run(end);
    worlds[index] = await seen();
  }
  return worlds;
}

const by =
  <T>(of: (one: T) => number) =>
  (a: T, b: T): number =>
    of(a) - of(b);
