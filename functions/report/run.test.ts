import { describe, expect, it } from "vitest";
import { weeksOf } from "../../packages/adapters/access-log/access-weeks.ts";
import { aSeal } from "../../test/support/a-seal.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import { logLines } from "../../test/support/log-lines.ts";
import { memoryObjects } from "../../test/support/memory-objects.ts";
import { issuing } from "./run.ts";

const lines = logLines();

function running() {
  const kept = new Map<string, string>();
  const issue = issuing({
    municipality: goteborg,
    all: async function* all() {
      yield { pk: "sf-centrum.SFC-2026-009999", record: undefined, error: new Error("of another version") };
    },
    reports: {
      find: (key) => Promise.resolve(kept.get(key)),
      add: (key, { body }) => Promise.resolve(kept.size < kept.set(key, body).size),
    },
    accesses: weeksOf({ objects: memoryObjects().objects, seal: aSeal }),
  });
  return { issue, kept };
}

describe("a run of the reports", () => {
  it("issues what the schedule asks for, says which, and leaves all of it standing the next time", async () => {
    const { issue } = running();
    const event = { scheduledTime: "2027-01-04T05:00:00Z" };
    const names = ["need-and-volume", "not-carried-out", "equality", "week-40", "agenda", "access"];

    expect((await issue(event)).map(({ report, outcome }) => `${report} ${outcome}`)).toEqual(
      names.map((name) => `${name} issued`),
    );
    expect((await issue(event)).map(({ report, outcome }) => `${report} ${outcome}`)).toEqual(
      names.map((name) => `${name} stands`),
    );
    expect(lines().filter((line) => line.includes('"report issued"'))).toHaveLength(6);
    expect(lines().filter((line) => line.includes('"report stands"'))).toHaveLength(6);
  });

  it("issues the one that is asked for", async () => {
    const { issue, kept } = running();

    expect(await issue({ report: "agenda", period: "2026-11", at: "2027-01-04T05:00:00Z" })).toEqual([
      { report: "agenda", period: "2026-11", outcome: "issued" },
    ]);
    expect([...kept.keys()].at(-1)).toBe("agenda/2026-11/2026-11-30T23:00:00Z/issued.json");
  });

  it("logs which decision it could not read, and counts it", async () => {
    await running().issue({ report: "agenda", period: "2026-11", at: "2027-01-04T05:00:00Z" });

    expect(lines().join()).toContain('"correlationid":"sf-centrum.SFC-2026-009999"');
    expect(lines().join()).toContain('"RecordsUnreadable":1');
  });

  it.each([
    ["a report that there is not", { report: "weather", period: "2026Q4", at: "2027-01-04T05:00:00Z" }],
    ["a period that is not over", { report: "equality", period: "2027Q1", at: "2027-01-04T05:00:00Z" }],
    ["a time that is none", { report: "equality", period: "2026Q4", at: "soon" }],
    ["a schedule's time that is none", { scheduledTime: "soon" }],
  ])("refuses %s", async (_what, event) => {
    await expect(running().issue(event)).rejects.toMatchObject({ name: "NoSuchReport" });
  });
});
