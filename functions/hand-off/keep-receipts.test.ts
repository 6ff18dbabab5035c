import { NotAllKept } from "@hemvist/casework";
import { describe, expect, it } from "vitest";
import { aReport, progressed, received } from "../../test/support/a-case.ts";
import { keepReceipts } from "./keep-receipts.ts";

const now = () => "2026-11-02T09:00:01Z";
const onFailed = (error: unknown) => {
  throw error;
};

function keeping() {
  const kept: unknown[] = [];
  const receipts = {
    keep: (ids: readonly string[], at: string) => Promise.resolve(void kept.push([ids, at])),
  };
  return { kept, keep: keepReceipts({ receipts, now, onFailed }) };
}

describe("receipts", () => {
  it("are kept of each assignment that was put on its queue", async () => {
    const { keep, kept } = keeping();
    await keep(received().outbox);

    expect(kept).toEqual([
      [["sf-centrum.SFC-2026-004711.1", "sf-centrum.SFC-2026-004711.2"], "2026-11-02T09:00:01Z"],
    ]);
  });

  it("are not kept of anything else", async () => {
    const { keep, kept } = keeping();
    await keep(progressed(received(), aReport("received")).outbox);

    expect(kept).toEqual([]);
  });

  it("that cannot be kept are reported, and hand-off sends no message again for them", async () => {
    const failures: unknown[] = [];
    const busy = new Error("busy");
    const keep = keepReceipts({
      receipts: { keep: () => Promise.reject(busy) },
      now,
      onFailed: (error, receipts) => failures.push([error, receipts]),
    });

    await expect(keep(received().outbox)).resolves.toBeUndefined();
    expect(failures).toEqual([[busy, 2]]);
  });

  it("that are kept but for some are reported by how many are not", async () => {
    const failures: unknown[] = [];
    const keep = keepReceipts({
      receipts: { keep: () => Promise.reject(new NotAllKept(1)) },
      now,
      onFailed: (_error, receipts) => failures.push(receipts),
    });

    await keep(received().outbox);

    expect(failures).toEqual([1]);
  });
});
