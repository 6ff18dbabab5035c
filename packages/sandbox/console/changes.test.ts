import { describe, expect, it } from "vitest";
import { countChanges } from "./changes.ts";

describe("changes", () => {
  it("are awaited by those who have seen the last one", async () => {
    const changes = countChanges(600_000);
    const first = changes.after(0);
    const second = changes.after(0);
    changes.note();

    expect(await Promise.all([first, second])).toEqual([1, 1]);
  });

  it("come at once to a page that has missed one", async () => {
    const changes = countChanges(600_000);
    changes.note();
    changes.note();

    expect(await changes.after(1)).toBe(2);
  });

  it("are not awaited for ever", async () => {
    expect(await countChanges(1).after(0)).toBe(0);
  });
});
