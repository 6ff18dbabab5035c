import { describe, expect, it } from "vitest";
import { type Clock, clockOf } from "./clock.ts";

/** A clock over a system that writes down what is done to it, on Monday 2 November 2026 at ten in Stockholm. */
function aClock({ withParties }: { readonly withParties: boolean }) {
  const done: string[] = [];
  let now = Date.parse("2026-11-02T09:00:00Z");
  const system = {
    now: () => new Date(now).toISOString(),
    advance: async (to: string) => {
      await Promise.resolve();
      now = Date.parse(to);
      done.push(`at ${to.slice(5, 16)}`);
    },
    catchUp: async () => void done.push("caught up"),
    settle: async () => {},
  };
  const act = async (): Promise<void> => void done.push("parties act");
  const clock: Clock = withParties ? clockOf(system, act) : clockOf(system);
  return { clock, done };
}

const moved = async (to: string, how: { readonly withParties: boolean }) => {
  const { clock, done } = aClock(how);
  await clock.moveTo(Date.parse(to));
  return done;
};

describe("the sandbox's clock", () => {
  it("goes straight there where no party acts by itself", async () => {
    expect(await moved("2026-11-05T12:00:00Z", { withParties: false })).toEqual(["at 11-05T12:00"]);
  });

  it("lets the parties act at nine each morning in Stockholm, and when it has come there", async () => {
    expect(await moved("2026-11-04T12:00:00Z", { withParties: true })).toEqual([
      "at 11-03T08:00",
      "parties act",
      "at 11-04T08:00",
      "parties act",
      "at 11-04T12:00",
      "parties act",
    ]);
  });

  it("moves nothing where it is there already, and runs what has fallen due", async () => {
    expect(await moved("2026-11-02T09:00:00Z", { withParties: true })).toEqual(["caught up", "parties act"]);
  });

  it("makes one move at a time", async () => {
    const { clock, done } = aClock({ withParties: false });
    await Promise.all([
      clock.moveTo(Date.parse("2026-11-03T12:00:00Z")),
      clock.catchUp(),
      clock.moveTo(Date.parse("2026-11-04T12:00:00Z")),
    ]);

    expect(done).toEqual(["at 11-03T12:00", "caught up", "at 11-04T12:00"]);
  });

  it("goes on after a move that failed", async () => {
    let fails = true;
    const clock = clockOf({
      now: () => "2026-11-02T09:00:00.000Z",
      advance: async () => {},
      settle: async () => {},
      catchUp: async () => {
        if (fails) throw new Error("still going on");
      },
    });
    await expect(clock.catchUp()).rejects.toThrow("still going on");
    fails = false;

    await expect(clock.catchUp()).resolves.toBeUndefined();
  });

  it("is shown to the second", () => {
    expect(aClock({ withParties: false }).clock.now()).toBe("2026-11-02T09:00:00Z");
  });
});
