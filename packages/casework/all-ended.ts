/**
 * The values of several promises, once all of them have ended. `Promise.all` gives up at the first that fails while the
 * others still run. A function of Lambda's would end then, and its calls would go on beside the next run.
 */
export async function allEnded<T extends readonly unknown[]>(
  promises: readonly [...T],
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  await Promise.allSettled(promises);
  return Promise.all(promises);
}
