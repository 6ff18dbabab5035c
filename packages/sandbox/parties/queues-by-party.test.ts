import { describe, expect, it } from "vitest";
import { queuesByParty } from "./queues-by-party.ts";

describe("the queues of each party", () => {
  it("are those that it sends to and those that it reads, and no dead-letter queue", () => {
    const names = [
      "inbox-sf-centrum.fifo",
      "decisions-sf-centrum",
      "decisions-sf-centrum-dlq",
      "assignments-kompetenscenter.fifo",
      "assignments-kompetenscenter-dlq",
      "progress-kompetenscenter.fifo",
      "hand-off-dlq",
    ];

    expect([...queuesByParty(names)]).toEqual([
      ["kompetenscenter", ["assignments-kompetenscenter.fifo", "progress-kompetenscenter.fifo"]],
      ["sf-centrum", ["decisions-sf-centrum", "inbox-sf-centrum.fifo"]],
    ]);
  });
});
