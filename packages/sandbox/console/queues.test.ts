import { describe, expect, it } from "vitest";
import { goteborg } from "../../../test/support/goteborg.ts";
import { type Lying, queueRow } from "./queues.ts";

const day = 86_400;
const now = "2026-11-16T09:00:00.000Z";

const lying = (changes: Partial<Lying> = {}, ...sentAt: readonly string[]): Lying => ({
  name: "inbox-sf-centrum.fifo",
  keptFor: 14 * day,
  messages: sentAt.map((instant, index) => ({
    messageId: `m-${index}`,
    sentAt: instant,
    body: "{}",
    attributes: {},
  })),
  ...changes,
});

const row = (one: Lying) => queueRow(one, { now, municipality: goteborg });

describe("the age of a queue's oldest message", () => {
  it.each([
    ["2026-11-09T09:00:01Z", 49, "plain"],
    ["2026-11-09T09:00:00Z", 50, "late"],
    ["2026-11-05T21:00:00Z", 75, "late"],
    ["2026-11-03T18:36:00Z", 90, "bad"],
    ["2026-11-01T09:00:00Z", 107, "bad"],
  ])("sent %s is %i %% of fourteen days: %s", (sentAt, percentOfKept, tone) => {
    expect(row(lying({}, sentAt, now)).oldest).toEqual({ sentAt, percentOfKept, tone });
  });

  it("is of the queue's own time", () => {
    expect(row(lying({ keptFor: 7 * day }, "2026-11-09T09:00:01Z")).oldest?.percentOfKept).toBe(99);
  });

  it("is missing where nothing lies", () => {
    expect(row(lying())).toMatchObject({ depth: 0, keptFor: 14 * day });
    expect(row(lying()).oldest).toBeUndefined();
  });
});
