/**
 * Keeps the answers of a function that is asked for the same few things again and again, but for `undefined`. It holds
 * at most `most` of them, and begins anew when there would be more: a sender who writes unlikely things fills no memory.
 */
export function remembered<Key, Answer>(
  work: (key: Key) => Answer,
  { most }: { readonly most: number },
): (key: Key) => Answer {
  const answers = new Map<Key, Answer>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined) return known;

    if (answers.size >= most) answers.clear();
    const answer = work(key);
    if (answer !== undefined) answers.set(key, answer);
    return answer;
  };
}
