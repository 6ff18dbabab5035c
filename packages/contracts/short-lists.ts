/** Ours. The longest list of the contract has twenty elements, so one that is cut here is too long all the same. */
const longestList = 100;

/**
 * A message without what comes after the first hundred elements of a list. A schema looks at each element, and 64 KiB
 * hold 21,000 empty ones: ten such messages would take longer than a function has.
 */
export function withShortLists(value: unknown): unknown {
  if (Array.isArray(value)) {
    const few = value.length > longestList ? value.slice(0, longestList) : value;
    const elements = few.map(withShortLists);
    return few === value && elements.every((element, index) => element === value[index]) ? value : elements;
  }
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => [name, withShortLists(member)] as const);
  return members.every(([name, member]) => member === Object.getOwnPropertyDescriptor(value, name)?.value)
    ? value
    : Object.fromEntries(members);
}
