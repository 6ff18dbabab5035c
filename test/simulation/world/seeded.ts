/** The one source of chance: the same seed, the same world. */
export interface Seeded {
  /** An integer from 0 up to, not including, `limit`. */
  readonly below: (limit: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(items: readonly [T, ...T[]]) => T;
  /** A stream of its own, so that what one part draws moves nothing in another. */
  readonly fork: (name: string) => Seeded;
}

/** A generator by Bob Jenkins' small fast design (sfc32): 32 bits at a time, good enough and quick. */
export function seeded(seed: number | string): Seeded {
  let [a, b, c, counter] = [0x9e3779b9, hashed(`a ${seed}`), hashed(`b ${seed}`), 1];
  const bits = (): number => {
    const mixed = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + mixed;
    return mixed >>> 0;
  };
  for (let round = 0; round < 12; round += 1) bits();

  const below = (limit: number): number => Math.floor((bits() / 2 ** 32) * limit);
  return {
    below,
    chance: (probability) => probability > 0 && bits() / 2 ** 32 < probability,
    pick: (items) => items[below(items.length)] ?? items[0],
    fork: (name) => seeded(`${seed} ${name}`),
  };
}

function hashed(text: string): number {
  let hash = 2166136261;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 16777619);
  return hash >>> 0;
}
