import { expect, it, vi } from "vitest";
import { remembered } from "./remembered.ts";

it("works each answer out once, and begins anew when there are too many", () => {
  const work = vi.fn((key: number) => ({ double: 2 * key }));
  const double = remembered(work, { most: 2 });

  expect([1, 2, 1, 2].map((key) => double(key).double)).toEqual([2, 4, 2, 4]);
  expect(work.mock.calls).toEqual([[1], [2]]);

  expect([3, 3, 1].map((key) => double(key).double)).toEqual([6, 6, 2]);
  expect(work.mock.calls).toEqual([[1], [2], [3], [1]]);
});

it("does not keep that there is no answer", () => {
  const work = vi.fn((_key: string): string | undefined => undefined);
  const nothing = remembered(work, { most: 2 });

  expect([nothing("a"), nothing("a")]).toEqual([undefined, undefined]);
  expect(work).toHaveBeenCalledTimes(2);
});
