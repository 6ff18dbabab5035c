import { describe, expect, it } from "vitest";
import { keepGoing } from "./keep-going.ts";

describe("what goes on by itself", () => {
  it("looks once at changes that come in a burst, and again at the next", async () => {
    let looked = 0;
    let seen = Promise.withResolvers<void>();
    const clock = {
      catchUp: async () => {
        looked += 1;
        seen.resolve();
      },
    };
    const going = keepGoing(clock, () => {});
    for (let change = 0; change < 5; change += 1) going.soon();
    await seen.promise;
    expect(looked).toBe(1);

    seen = Promise.withResolvers();
    going.soon();
    await seen.promise;
    expect(looked).toBe(2);
    await going.stop();
  });

  it("says what went wrong, and goes on", async () => {
    const trouble = Promise.withResolvers<string>();
    const going = keepGoing({ catchUp: () => Promise.reject(new Error("still going on")) }, trouble.resolve);
    going.soon();

    expect(await trouble.promise).toContain("still going on");
    await going.stop();
  });

  it("is at rest once it has stopped", async () => {
    const begun = Promise.withResolvers<void>();
    let isOver = false;
    const going = keepGoing(
      {
        catchUp: async () => {
          begun.resolve();
          await new Promise((resolve) => setTimeout(resolve, 20));
          isOver = true;
        },
      },
      () => {},
    );
    going.soon();
    await begun.promise;
    await going.stop();

    expect(isOver).toBe(true);
  });
});
