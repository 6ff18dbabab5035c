import type { QueueFigures } from "@hemvist/adapters/queue-figures";
import { describe, expect, it } from "vitest";
import { queuesText } from "./queues-text.ts";
import { standingOf } from "./standing-still.ts";

const day = 86_400;
const figures = (queue: string, changes: Partial<QueueFigures> = {}): QueueFigures => ({
  queue,
  waiting: 1,
  inFlight: 0,
  keptFor: 14 * day,
  oldest: 60,
  ...changes,
});

describe("a queue", () => {
  it.each([
    ["decisions-sf-centrum", 30 * 60, 30 * 60 + 1, "receive-decision"],
    ["progress-kompetenscenter.fifo", 3600, 3601, "record-progress"],
    ["inbox-sf-centrum.fifo", 3 * day, 3 * day + 1, "sf-centrum"],
    ["assignments-kompetenscenter.fifo", 3 * day, 3 * day + 1, "kompetenscenter"],
  ])("%s is well for %d seconds, and stands still after %d; %s reads it", (queue, well, still, readBy) => {
    expect(standingOf(figures(queue, { oldest: well }))).toMatchObject({ state: "well", readBy });
    expect(standingOf(figures(queue, { oldest: still }))).toMatchObject({ state: "stands-still", readBy });
  });

  it.each(["inbox-sf-centrum-dlq.fifo", "decisions-sf-centrum-dlq", "follow-up-dlq"])(
    "for dead letters, such as %s, is well while it is empty",
    (queue) => {
      const empty = { waiting: 0, inFlight: 0 };

      expect(standingOf(figures(queue, empty)).state).toBe("well");
      expect(standingOf(figures(queue, { ...empty, inFlight: 1 })).state).toBe("dead-letters");
      expect(standingOf(figures(queue)).readBy).toBe("ops");
    },
  );
});

describe("the list of queues", () => {
  const text = (...queues: readonly QueueFigures[]) =>
    queuesText(queues.map(standingOf), { language: "sv" })
      .split("\n")
      .slice(1)
      .map((line) => line.trim().replaceAll(/ {2,}/g, " | "));

  it("says that nothing stands still", () => {
    expect(text(figures("decisions-sf-centrum", { waiting: 0, oldest: 0, keptFor: 7 * day }))).toEqual([
      "decisions-sf-centrum | 0 | 0 | - | 0 | receive-decision | hemvist ops doctor",
      "Inget står still.",
    ]);
  });

  it("says which party does not read, how long SQS keeps it, and whom to call", () => {
    const contact = "drift@kompetenscenter.example";

    expect(text(figures("assignments-kompetenscenter.fifo", { oldest: 7 * day, contact }))).toEqual([
      `assignments-kompetenscenter.fifo | 1 | 0 | 7 d | 50 | kompetenscenter | ${contact}`,
      `! assignments-kompetenscenter.fifo står still: kompetenscenter har inte läst på 7 d. SQS raderar efter 14 d. Ring: ${contact}.`,
    ]);
  });

  it("says so where no contact is given", () => {
    expect(text(figures("inbox-sf-centrum.fifo", { oldest: 7 * day }))[1]).toContain(
      "Ring: ingen kontakt angiven.",
    );
  });

  it("leads to the doctor where hemvist itself does not read", () => {
    expect(text(figures("decisions-sf-centrum", { oldest: 3600, keptFor: 7 * day }))[1]).toBe(
      "! decisions-sf-centrum står still: hemvists funktion receive-decision har inte läst på 1 h. SQS raderar efter 7 d. Kör: hemvist ops doctor.",
    );
  });

  it("counts the dead letters, and shows no age that CloudWatch did not give", () => {
    const { oldest: _, ...unmeasured } = figures("decisions-sf-centrum-dlq", { waiting: 3 });

    expect(text(unmeasured)).toEqual([
      "decisions-sf-centrum-dlq | 3 | 0 | - | 0 | ops | ingen kontakt angiven",
      "Inget står still.",
      "! 3 dödbrev i 1 köer: hemvist ops dead-letters",
    ]);
  });
});
