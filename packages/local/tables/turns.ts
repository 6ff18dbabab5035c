/** Runs an act when every earlier act that shares a name with it has ended. */
export type InTurn = <T>(names: readonly string[], act: () => Promise<T>) => Promise<T>;

/** An act takes its place behind all of its names at once, so two acts never wait for each other. */
export const createTurns = (): InTurn => {
  const last = new Map<string, Promise<unknown>>();
  return async (names, act) => {
    const turn = Promise.allSettled(names.flatMap((name) => last.get(name) ?? [])).then(() => act());
    for (const name of names) last.set(name, turn);
    try {
      return await turn;
    } finally {
      for (const name of names) if (last.get(name) === turn) last.delete(name);
    }
  };
};
