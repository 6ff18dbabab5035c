import { describe, expect, it } from "vitest";
import { allEnded } from "./all-ended.ts";

describe("several calls at once", () => {
  it("give their values in order", async () => {
    expect(await allEnded([Promise.resolve(1), Promise.resolve("two")])).toEqual([1, "two"]);
  });

  it("fail only when all of them have ended", async () => {
    const slow = Promise.withResolvers<string>();
    let hasFailed = false;
    const together = allEnded([Promise.reject(new Error("throttled")), slow.promise]).catch(() => {
      hasFailed = true;
    });

    await Promise.resolve();
    expect(hasFailed).toBe(false);
    slow.resolve("late");
    await together;
    expect(hasFailed).toBe(true);
  });
});
