import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { dueShards } from "../../packages/adapters/case-item.ts";
import { dueAmong, dueAmongInFolder } from "./due-among.ts";

it.each([25, 500])(
  "follow-up of 20 due among %i costs a query for each shard, and a read and a write for each of them",
  async (stored) => {
    const runs = await dueAmong({ due: 20, stored, runs: 2 });

    expect(runs).toHaveLength(2);
    for (const { calls, notified } of runs) {
      expect(notified).toBe(20);
      expect(calls).toEqual({ Query: dueShards, GetItem: 20, PutItem: 20 });
    }
  },
);

it("costs the same if the others came into the engine's storage past its door, as in `npm run scale`", async () => {
  const folder = await mkdtemp(join(tmpdir(), "hemvist-scale-"));
  try {
    const { calls, notified } = await dueAmongInFolder(folder, { due: 20, stored: 500 });

    expect(notified).toBe(20);
    expect(calls).toEqual({ Query: dueShards, GetItem: 20, PutItem: 20 });
  } finally {
    await rm(folder, { recursive: true });
  }
});
