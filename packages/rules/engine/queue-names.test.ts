import { describe, expect, it } from "vitest";
import {
  addressOf,
  assignmentsOf,
  deadLetterName,
  decisionsFrom,
  inboxOf,
  isDeadLetterName,
  isOf,
  logicalName,
  partyOf,
  physicalName,
  progressFrom,
  withoutDeadLetters,
} from "./queue-names.ts";

describe("the names of queues", () => {
  it.each([
    [decisionsFrom("sf-centrum"), "decisions-sf-centrum", "decisions-sf-centrum"],
    [inboxOf("sf-centrum"), "inbox-sf-centrum", "inbox-sf-centrum.fifo"],
    [assignmentsOf("kompetenscenter"), "assignments-kompetenscenter", "assignments-kompetenscenter.fifo"],
    [progressFrom("kompetenscenter"), "progress-kompetenscenter", "progress-kompetenscenter.fifo"],
    [deadLetterName("decisions-sf-centrum"), "decisions-sf-centrum-dlq", "decisions-sf-centrum-dlq"],
    [deadLetterName("inbox-arbvux"), "inbox-arbvux-dlq", "inbox-arbvux-dlq.fifo"],
    [deadLetterName("follow-up"), "follow-up-dlq", "follow-up-dlq"],
  ])("%s: %s, and %s in SQS", (name, logical, physical) => {
    expect(name).toBe(logical);
    expect(physicalName(name)).toBe(physical);
    expect(logicalName(physical)).toBe(name);
  });

  it.each([
    ["decisions-sf-centrum", "decisions", "sf-centrum"],
    ["inbox-arbvux", "inbox", "arbvux"],
    ["assignments-inbox-x", "assignments", "inbox-x"],
    ["progress-sf-sydvast", "progress", "sf-sydvast"],
  ] as const)("%s says what it is for and whose it is", (queue, traffic, party) => {
    expect(addressOf(queue)).toEqual({ traffic, party });
    expect(partyOf(queue)).toBe(party);
    expect(isOf(traffic, queue)).toBe(true);
    expect(isOf(traffic === "inbox" ? "progress" : "inbox", queue)).toBe(false);
  });

  it.each(["follow-up", "inboxes"])("%s is no party's", (queue) => {
    expect(addressOf(queue)).toBeUndefined();
    expect(partyOf(queue)).toBe(queue);
  });

  it("a dead-letter queue is known by its name, and gives its queue's", () => {
    expect(isDeadLetterName("inbox-arbvux-dlq")).toBe(true);
    expect(isDeadLetterName("inbox-arbvux")).toBe(false);
    expect(withoutDeadLetters("inbox-arbvux-dlq")).toBe("inbox-arbvux");
    expect(withoutDeadLetters("inbox-arbvux")).toBe("inbox-arbvux");
  });
});
