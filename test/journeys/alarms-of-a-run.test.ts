import { describe, expect, it } from "vitest";
import { aSystem } from "./a-system.ts";
import { sample, traineeship } from "./sample.ts";

const system = await aSystem();
await system.party("sf-centrum").send("decisions-sf-centrum", sample(traineeship));
await system.party("sf-centrum").send("decisions-sf-centrum", "{ not json");
await system.settle();
await system.advance("2026-11-02T09:10:00Z");

const inAlarm = async (): Promise<readonly string[]> =>
  (await system.alarms()).filter(({ state }) => state === "ALARM").map(({ alarm }) => alarm.name);

describe("a run of the deployed templates", () => {
  it("raises the alarms on a message that cannot be read, and none on what works", async () => {
    const names = await inAlarm();

    expect(names).toContain("hemvist-decisions-sf-centrum-dlq-not-empty");
    expect(names).toContain("hemvist-receive-decision-messages-set-aside");
    expect(names.filter((name) => /hand-off|follow-up|report|progress|operate|api-/.test(name))).toEqual([]);
  });

  it("has the metrics that the functions print, by their own dimensions", async () => {
    const known = (await system.metrics()).known();
    const ours = known.filter(({ namespace }) => namespace === "hemvist").map(({ name }) => name);

    expect(ours).toContain("MessagesSetAside");
  });
});
