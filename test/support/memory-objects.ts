import type { WriteOnceObjects } from "../../packages/adapters/access-log/write-once-objects.ts";

/** A bucket in memory in which nothing is written over, and all that lies there. */
export function memoryObjects(): {
  readonly objects: WriteOnceObjects;
  readonly lying: Map<string, string>;
} {
  const lying = new Map<string, string>();
  return {
    lying,
    objects: {
      add(key, text) {
        if (lying.has(key)) return Promise.resolve(false);
        lying.set(key, text);
        return Promise.resolve(true);
      },
      find: (key) => Promise.resolve(lying.get(key)),
      list: ({ prefix, after = "", most = 1000 }) =>
        Promise.resolve(
          [...lying.keys()]
            .filter((key) => key.startsWith(prefix) && key > after)
            .sort()
            .slice(0, most),
        ),
    },
  };
}
