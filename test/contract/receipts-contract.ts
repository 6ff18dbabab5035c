import type { Receipts } from "@hemvist/casework";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

export interface OpenReceipts {
  readonly receipts: Receipts;
  readonly close: () => Promise<void>;
}

/** What every place for receipts must do. */
export function receiptsContract(name: string, open: () => Promise<OpenReceipts>): void {
  describe(name, () => {
    let opened: OpenReceipts | undefined;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened?.close());
    const receipts = (): Receipts => {
      if (opened === undefined) throw new Error("the receipts are not open");
      return opened.receipts;
    };

    it("there is none before an assignment was put on its queue", async () => {
      expect(await receipts().deliveredAt("sf-centrum.NEVER.1")).toBeUndefined();
    });

    it("the newest one stands", async () => {
      await receipts().keep(["sf-centrum.A.1"], "2026-11-02T09:00:00Z");
      await receipts().keep(["sf-centrum.A.1"], "2026-11-03T09:00:00Z");

      expect(await receipts().deliveredAt("sf-centrum.A.1")).toBe("2026-11-03T09:00:00Z");
    });

    it("more at once than a call takes are all kept", async () => {
      const ids = Array.from({ length: 61 }, (_, index) => `sf-centrum.MANY.${index}`);

      await receipts().keep(ids, "2026-11-02T09:00:00Z");

      const kept = await Promise.all(ids.map((id) => receipts().deliveredAt(id)));
      expect(new Set(kept)).toEqual(new Set(["2026-11-02T09:00:00Z"]));
    });
  });
}
