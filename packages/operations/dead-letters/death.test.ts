import type { Letter } from "@hemvist/adapters";
import { expect, it } from "vitest";
import { deathOf } from "./death.ts";

const [early, late] = ["2026-11-02T09:00:00Z", "2026-11-02T10:30:00Z"];
const letter = (queue: string, changes: Partial<Letter> = {}): Letter => ({
  id: "letter-1",
  queue,
  body: "{}",
  sentAt: late,
  receives: 5,
  ...changes,
});

it.each([
  [
    "hemvist set aside: its faults, and both times",
    letter("decisions-sf-centrum", { reason: "unreadable: missing, not-one-of", originalSentAt: early }),
    { codes: ["missing", "not-one-of"], receivedAt: early, diedAt: late },
  ],
  [
    "hemvist set aside, without its end",
    letter("progress-kompetenscenter", { reason: "unreadable: message-too-large (its end is cut off)" }),
    { codes: ["message-too-large"], diedAt: late },
  ],
  [
    "SQS moved from a standard queue: it keeps the time of the first sending",
    letter("decisions-sf-centrum"),
    { codes: ["attempts-failed"], receivedAt: late },
  ],
  [
    "SQS moved from an ordered queue: it has the time of the move",
    letter("progress-kompetenscenter"),
    { codes: ["attempts-failed"], diedAt: late },
  ],
  ["a party did not take", letter("inbox-sf-centrum"), { codes: ["not-taken"], diedAt: late }],
  ["a schedule could not start", letter("follow-up"), { codes: ["run-failed"], diedAt: late }],
  [
    "the stream gave up",
    letter("assignments-kompetenscenter", { isFromStream: true }),
    { codes: ["not-handed-off"], receivedAt: late },
  ],
])("a letter that %s", (_which, one, death) => {
  expect(deathOf(one)).toEqual(death);
});
