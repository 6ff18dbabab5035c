import { describe, expect, it } from "vitest";
import { aReport, progressed, received } from "../../support/a-case.ts";
import { onQueue } from "../../support/a-message.ts";
import { seeded } from "../world/seeded.ts";
import type { Command } from "./ledger.ts";
import { anotherLegalOrder, essenceOf } from "./legal-orders.ts";

const command = (messageId: string, queue: string, body = '{"progressId":""}'): Command => ({
  on: "queue",
  message: onQueue(queue, body, { messageId }),
});
const log = [
  command("decision", "decisions-sf-centrum", "{}"),
  command("a1", "progress-a"),
  command("a2", "progress-a"),
  command("b1", "progress-b"),
  command("b2", "progress-b"),
  command("revision", "decisions-sf-centrum", "{}"),
  command("b3", "progress-b"),
];
const orders = Array.from({ length: 40 }, (_, seed) =>
  anotherLegalOrder(log, seeded(seed))
    .map((one) => (one.on === "queue" ? one.message.messageId : ""))
    .join(" "),
);

describe("another legal order", () => {
  it("keeps each provider's own, and moves no report past a revision", () => {
    expect([...new Set(orders)].sort()).toEqual(
      ["a1 a2 b1 b2", "a1 b1 a2 b2", "a1 b1 b2 a2", "b1 a1 a2 b2", "b1 a1 b2 a2", "b1 b2 a1 a2"].map(
        (reports) => `decision ${reports} revision b3`,
      ),
    );
  });

  it("leads to the same but for its order, and to something else where something else was reported", () => {
    const first = aReport("received", { progressId: "1" });
    const second = aReport("received", { progressId: "2", assignmentId: "sf-centrum.SFC-2026-004711.2" });
    const one = progressed(received(), first, second);
    const other = progressed(received(), second, first);

    expect(other).not.toEqual(one);
    expect(essenceOf(other)).toBe(essenceOf(one));
    expect(essenceOf(progressed(received(), first))).not.toBe(essenceOf(one));
  });
});
