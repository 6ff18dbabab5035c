/** Reads when asked, but at most once in so many real milliseconds: a page asks at each change, and they come in bursts. */
export function atMostEach<T>(ms: number, read: () => Promise<T>): () => Promise<T> {
  let last: { readonly at: number; readonly value: Promise<T> } | undefined;
  return () => {
    const at = performance.now();
    if (last === undefined || at - last.at >= ms) last = { at, value: read() };
    return last.value;
  };
}
