/**
 * The values of several promises, after all of them have ended. `Promise.all` rejects at the first failure while the
 * others still run. The Lambda function would then end, and its calls would go on beside the next run.
 */
export async function allEnded<T extends readonly unknown[]>(
  promises: readonly [...T],
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  await Promise.allSettled(promises);
  return Promise.all(promises);
}
