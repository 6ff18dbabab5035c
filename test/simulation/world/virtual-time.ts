export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** What is done at its time. False where nothing came of it: then there is nothing to wait for either. */
export type Act = () => unknown;

/** The one clock of a world. It stands still while anything runs, and jumps to what is next. */
export interface VirtualTime {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly at: (time: number, act: Act) => void;
  readonly after: (wait: number, act: Act) => void;
  readonly sleep: (wait: number) => Promise<void>;
  /**
   * Does what this thread cannot do, such as to verify a signature, while the clock stands still. One thing comes after
   * the other, so that all goes on in the same order each time.
   */
  readonly outside: <T>(work: () => Promise<T>) => Promise<T>;
  /** Runs what is planned up to and including `until`, in order; what is planned for one instant, as it was planned. */
  readonly run: (until: number) => Promise<void>;
}

interface Planned {
  readonly time: number;
  readonly order: number;
  readonly act: Act;
}

export function virtualTime(start: number): VirtualTime {
  const planned: Planned[] = [];
  let now = start;
  let order = 0;
  let last: Promise<unknown> = Promise.resolve();
  let isOutside = 0;

  /** What comes back from outside may go outside again. */
  async function settledAll(): Promise<void> {
    await settled();
    while (isOutside > 0) {
      await last;
      await settled();
    }
  }

  const at = (time: number, act: Act): void => {
    order += 1;
    push(planned, { time: Math.max(time, now), order, act });
  };
  return {
    now: () => now,
    at,
    after: (wait, act) => at(now + wait, act),
    outside(work) {
      isOutside += 1;
      const mine = last.then(work).finally(() => {
        isOutside -= 1;
      });
      last = mine.catch(() => {});
      return mine;
    },
    sleep: (wait) => new Promise<void>((resolve) => at(now + wait, resolve)),
    async run(until) {
      await settledAll();
      for (let next = planned[0]; next && next.time <= until; next = planned[0]) {
        pop(planned);
        now = next.time;
        if (next.act() !== false) await settledAll();
      }
      now = until;
    },
  };
}

/**
 * When everything that waits for no clock has run: every port answers in a microtask or by virtual time. What is asked
 * for in a microtask as the next tick comes when no microtask is left, without a turn of the whole event loop.
 */
const settled = (): Promise<void> => new Promise((resolve) => process.nextTick(resolve));

const isBefore = (a: Planned, b: Planned): boolean =>
  a.time < b.time || (a.time === b.time && a.order < b.order);

function push(heap: Planned[], entry: Planned): void {
  let index = heap.length;
  while (index > 0) {
    const above = (index - 1) >> 1;
    const parent = heap[above];
    if (parent === undefined || isBefore(parent, entry)) break;
    heap[index] = parent;
    index = above;
  }
  heap[index] = entry;
}

function pop(heap: Planned[]): void {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  let index = 0;
  for (;;) {
    const [left, right] = [heap[2 * index + 1], heap[2 * index + 2]];
    const isRight = left !== undefined && right !== undefined && isBefore(right, left);
    const child = isRight ? right : left;
    if (child === undefined || !isBefore(child, last)) break;
    heap[index] = child;
    index = 2 * index + (isRight ? 2 : 1);
  }
  heap[index] = last;
}
