/** Chance that is the same every time, from a seed. */
export interface Dice {
  /** A whole number from 0 up to and including `most`. */
  readonly upTo: (most: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly oneOf: <T>(list: readonly [T, ...T[]] | readonly T[]) => T;
}

/** Mulberry32. */
export function diceFrom(seed: number): Dice {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const upTo = (most: number): number => Math.floor(next() * (most + 1));
  return {
    upTo,
    chance: (probability) => next() < probability,
    oneOf: (list) => {
      const found = list[upTo(list.length - 1)];
      if (found === undefined) throw new Error("there is nothing to choose from");
      return found;
    },
  };
}
