import { beforeEach, describe, expect, it } from "vitest";
import { weeksOf } from "../../packages/adapters/access-log/access-weeks.ts";
import { accessLog } from "../../packages/adapters/access-log/s3-access-log.ts";
import { aSeal } from "../../test/support/a-seal.ts";
import { anAccess } from "../../test/support/an-access.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import { memoryObjects } from "../../test/support/memory-objects.ts";
import { checkAccesses } from "./check-accesses.ts";

const monday = "2026-11-30T05:00:00Z";
const place = "access/2026W48/2026-11-29T23:00:00Z";

let { objects, lying } = memoryObjects();
let kept = new Map<string, string>();

beforeEach(() => {
  ({ objects, lying } = memoryObjects());
  kept = new Map();
});

const check = (at = monday) =>
  checkAccesses({
    municipality: goteborg,
    accesses: weeksOf({ objects, seal: aSeal }),
    reports: {
      find: (key) => Promise.resolve(kept.get(key)),
      add: (key, { body }) => Promise.resolve(kept.size < kept.set(key, body).size),
    },
  })(at);

async function log(...instants: readonly string[]): Promise<void> {
  const { write } = accessLog({ objects, seal: aSeal, lane: 3 });
  for (const at of instants) await write(anAccess({ at }));
}

const checked = () => JSON.parse(kept.get(`${place}/check.json`) ?? "{}") as Record<string, unknown>;

describe("the recurring check", () => {
  it("looks at the last week that is over, and beside it at the eight weeks before", async () => {
    await log("2026-11-12T09:00:00Z", "2026-11-22T22:59:59Z", "2026-11-22T23:00:00Z", "2026-11-29T22:59:59Z");
    await log("2026-11-29T23:00:00Z");

    expect(await check()).toEqual({ report: "access", period: "2026W48", outcome: "issued" });
    expect(checked()).toMatchObject({ faults: [] });
    expect(checked()["parties"]).toContainEqual(
      expect.objectContaining({
        party: "sf-centrum",
        accesses: 2,
        formerWeeks: [1, 1, 0, 0, 0, 0, 0, 0],
      }),
    );
  });

  it("is issued once, and writes down the newest entry of each chain in each run", async () => {
    await log("2026-11-24T09:00:00Z");
    await check();
    await log("2026-12-01T09:00:00Z");

    expect(await check("2026-12-03T05:00:00Z")).toMatchObject({ outcome: "stands" });
    expect([...lying.keys()].filter((key) => key.startsWith("heads/"))).toEqual([
      "heads/20261130050000.json",
      "heads/20261203050000.json",
    ]);
    expect(lying.get("heads/20261203050000.json")).toContain('"sequence":2');
  });

  it("finds what was removed from the week, and what was cut off since the last run", async () => {
    await log("2026-11-24T09:00:00Z", "2026-11-25T09:00:00Z", "2026-11-26T09:00:00Z");
    await check("2026-11-26T10:00:00Z");
    for (const [key] of [...lying].filter(([key]) => /-2026-11-2[46]-/.test(key))) lying.delete(key);
    kept.clear();
    await check();

    expect(checked()["faults"]).toEqual([
      { kind: "cut", chain: "sf-centrum/3", sequence: 3, upTo: 3 },
      { kind: "missing", chain: "sf-centrum/3", sequence: 1, upTo: 1 },
    ]);
  });
});
