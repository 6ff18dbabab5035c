import type { HeldLetter, Letters } from "@hemvist/adapters";
import { describe, expect, it } from "vitest";
import { holding, listed } from "./holding.ts";

const letterOn = (queue: string): HeldLetter => ({
  id: `letter on ${queue}`,
  queue,
  body: "{}",
  receipt: queue,
  sentAt: "2026-11-02T09:00:00Z",
  receives: 1,
});

/** As AWS's clients throw what AWS answered. */
const answered = (name: string) =>
  Object.assign(new Error("text"), { name, $fault: "client", $metadata: {} });

/** One letter on each queue, but for those that fail. */
function lettersBut(failing: Readonly<Record<string, Error>>) {
  const released: string[] = [];
  const letters: Letters = {
    hold(queue) {
      const error = failing[queue];
      return error === undefined
        ? Promise.resolve({ letters: [letterOn(queue)], unseen: 2 })
        : Promise.reject(error);
    },
    release(some) {
      released.push(...some.map(({ queue }) => queue));
      return Promise.resolve();
    },
    sendBack: () => Promise.resolve(),
    remove: () => Promise.resolve(),
  };
  return { letters, released };
}

describe("looking at dead letters", () => {
  it("goes on past a queue that AWS refuses to show, and says which and why", async () => {
    const missing = answered("QueueDoesNotExist");
    const { letters, released } = lettersBut({ b: missing });
    const held = await listed(letters, ["a", "b", "c"]);

    expect(held).toEqual({
      letters: [letterOn("a"), letterOn("c")],
      unseen: 4,
      notLookedAt: [{ queue: "b", why: missing }],
    });
    expect(released).toEqual(["a", "c"]);
  });

  it("fails with AWS's own answer where it shows none", async () => {
    const { letters } = lettersBut({ a: answered("AccessDenied"), b: answered("AccessDenied") });

    await expect(listed(letters, ["a", "b"])).rejects.toMatchObject({ name: "AccessDenied" });
  });

  it("stops at once where the next queue would fail too, and lets go of what it holds", async () => {
    const error = new Error("connect ECONNREFUSED");
    const { letters, released } = lettersBut({ b: error });

    await expect(listed(letters, ["a", "b", "c"])).rejects.toBe(error);
    expect(released).toEqual(["a"]);
  });

  it("lets go of what it holds where what is done with it fails", async () => {
    const { letters, released } = lettersBut({});
    const use = () => Promise.reject(new Error("no"));

    await expect(holding(letters, { queues: ["a"], seconds: 60 }, use)).rejects.toThrow("no");
    expect(released).toEqual(["a"]);
  });
});
