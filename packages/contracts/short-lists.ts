import { someWithin } from "./some-within.ts";

/** Ours. The longest list of the contract has twenty elements, so one that is cut here is too long all the same. */
const longestList = 100;

/**
 * A message without what comes after the first hundred elements of a list. A schema looks at each element, and 64 KiB
 * hold 21,000 empty ones: ten such messages would take longer than a function has.
 */
export const withShortLists = (value: unknown): unknown =>
  someWithin(value, isTooLong) ? shortened(value) : value;

const isTooLong = (value: unknown): boolean => Array.isArray(value) && value.length > longestList;

function shortened(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, longestList).map(shortened);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shortened(member)]));
}
