import { expect, it } from "vitest";
import { dueShards } from "../../packages/adapters/case-item.ts";
import { dueAmong } from "./due-among.ts";

it.each([25, 500])(
  "follow-up of 20 due among %i costs a query for each shard, and a read and a write for each of them",
  async (stored) => {
    const { calls, notified } = await dueAmong({ due: 20, stored });

    expect(notified).toBe(20);
    expect(calls).toEqual({ Query: dueShards, GetItem: 20, PutItem: 20 });
  },
);
