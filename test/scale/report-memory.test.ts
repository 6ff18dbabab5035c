import { describe, expect, it } from "vitest";
import { reportMemory } from "./report-memory.ts";

describe("the five reports over a store that they read as a stream", () => {
  it("keep a few rows of each record: the same, however large it is", async () => {
    const short = await reportMemory({ records: 1000, heapMegabytes: 64 });
    const long = await reportMemory({ records: 1000, outboxes: 120, heapMegabytes: 64 });

    // Some 80 MB pass through a heap of 64.
    expect(long.readBytes).toBeGreaterThan(64 * 1024 * 1024);
    expect(long.keptBytes / long.records).toBeLessThan(1000);
    expect(long.keptBytes).toBeLessThan(1.2 * short.keptBytes);
  });
});
