import { describe, expect, it } from "vitest";
import { logLines } from "../../test/support/log-lines.ts";
import { countRoom } from "./watched-room.ts";

const printed = logLines();
const lines = (): readonly Record<string, unknown>[] => printed().map((line) => JSON.parse(line));

describe("the room that a decision takes", () => {
  it("is logged with the decision's id and counted, in per cent", () => {
    countRoom("sf-centrum.SFC-2026-004711", 0.423);

    expect(lines()).toMatchObject([
      { message: "decision is large", correlationid: "sf-centrum.SFC-2026-004711", percent: 42 },
      { DecisionRoomPercent: 42 },
    ]);
  });

  it("costs no line where it is small", () => {
    countRoom("sf-centrum.SFC-2026-004711", 0.04);

    expect(lines()).toEqual([]);
  });
});
