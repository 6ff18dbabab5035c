/** The same without one of its members; the very same where it has none such, as is mostly so. */
export function without<T extends object, K extends keyof T>(value: T, name: K): Omit<T, K> {
  if (value[name] === undefined) return value;
  const { [name]: _gone, ...rest } = value;
  return rest;
}
