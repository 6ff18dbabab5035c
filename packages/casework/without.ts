/** The same object without one of its members. If it does not have that member, the same object. */
export function without<T extends object, K extends keyof T>(value: T, name: K): Omit<T, K> {
  if (value[name] === undefined) return value;
  const { [name]: _gone, ...rest } = value;
  return rest;
}
