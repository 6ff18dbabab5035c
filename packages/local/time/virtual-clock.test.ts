import { describe, expect, it } from "vitest";
import { startClock } from "./virtual-clock.ts";

const start = Date.parse("2026-11-02T08:00:00Z");
const minute = 60_000;

describe("virtual time", () => {
  it("goes on with the real one, and leaps", () => {
    let real = 0;
    const clock = startClock(start, () => real);

    real += minute;
    expect(clock.now()).toBe(start + minute);

    clock.leapTo(start + 60 * minute);
    real += minute;
    expect(clock.now()).toBe(start + 61 * minute);
  });

  it("never goes back", () => {
    const clock = startClock(start, () => 0);
    clock.leapTo(start - minute);

    expect(clock.now()).toBe(start);
  });

  it("knows what it was at an instant before a leap", () => {
    let real = 0;
    const clock = startClock(start, () => real);
    real = 10 * minute;
    clock.leapTo(start + 600 * minute);

    expect(clock.at(5 * minute)).toBe(start + 5 * minute);
    expect(clock.at(10 * minute)).toBe(start + 600 * minute);
  });

  it("counts the leaps that SQS would have forgotten a deduplication id over", () => {
    const clock = startClock(start, () => 0);
    clock.leapTo(start + minute);
    clock.leapTo(start + 6 * minute);

    expect(clock.longLeaps()).toBe(1);
  });
});
