import { describe, expect, it } from "vitest";
import { aSystem } from "./a-system.ts";

/** The alarms that make others wait. They are on at night, and CloudWatch sends them nowhere. */
const signals = ["hemvist-quiet-hours", "hemvist-few-working-days", "hemvist-not-now"];

const system = await aSystem();
await system.advance("2026-11-09T12:00:00Z");

describe("a new stage without any message, for a week", () => {
  it("sends no alarm: not on its first day, not at night and not at the weekend", async () => {
    const alarms = await system.alarms();
    const on = alarms
      .filter(({ changes }) => changes.some(({ state }) => state === "ALARM"))
      .map(({ alarm }) => alarm.name);

    expect(alarms.length).toBeGreaterThan(250);
    expect(on.toSorted()).toEqual(signals.toSorted());
  });
});
