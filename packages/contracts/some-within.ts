/** Whether a value is so, or one that it holds, however deep. */
export function someWithin(value: unknown, isSo: (one: unknown) => boolean): boolean {
  if (isSo(value)) return true;
  if (typeof value !== "object" || value === null) return false;
  const held: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  return held.some((one) => someWithin(one, isSo));
}
