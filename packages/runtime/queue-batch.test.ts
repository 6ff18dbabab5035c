import { attemptsOfOurs } from "@hemvist/rules";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aBatch } from "../../test/support/a-batch.ts";
import { logLines } from "../../test/support/log-lines.ts";
import { log } from "./log.ts";
import { type QueueMessage, queueBatch } from "./queue-batch.ts";
import { about, note } from "./unit-of-work.ts";

const logged = logLines();

/** Handles all but some messages, and remembers in what order it finished them. */
function handling(...failing: readonly string[]) {
  const handled: string[] = [];
  const run = queueBatch(async ({ messageId }: QueueMessage) => {
    await Promise.resolve();
    if (failing.includes(messageId)) throw new Error(`18900118-9803 in ${messageId}`);
    handled.push(messageId);
  });
  return { run, handled };
}

const backToTheQueue = (...ids: readonly string[]) => ({
  batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })),
});

describe("what an alarm counts", () => {
  const countsOf = async (error: Error): Promise<readonly unknown[]> => {
    const run = queueBatch(() => Promise.reject(error));
    await run(aBatch({ messageId: "1", group: "a" }, { messageId: "2", group: "a" }, { messageId: "3" }));
    return logged()
      .map((line) => JSON.parse(line)["MessagesFailed"])
      .filter((count) => count !== undefined);
  };

  it("is each message that failed, and not what it held back", async () => {
    expect(await countsOf(new Error("busy"))).toEqual([2]);
  });

  it("is not a revision that waits for the one before it", async () => {
    expect(await countsOf(Object.assign(new Error(), { name: "AwaitsPredecessor" }))).toEqual([]);
  });
});

describe("the count of what hemvist gives up", () => {
  const givenUp = async (...attempts: readonly number[]) => {
    const run = queueBatch(() => Promise.reject(new Error("busy")));
    await run(aBatch(...attempts.map((attempt, index) => ({ messageId: `${index}`, group: "a", attempt }))));
    return logged()
      .map((line) => JSON.parse(line)["MessagesGivenUp"])
      .filter((count) => count !== undefined);
  };

  it("is nothing while SQS delivers a message again", async () => {
    expect(await givenUp(attemptsOfOurs - 1)).toEqual([]);
  });

  it("is each message that SQS makes a dead letter now, those behind the failed one too", async () => {
    expect(await givenUp(attemptsOfOurs, attemptsOfOurs, 3)).toEqual([2]);
  });
});

describe("a batch of queue messages", () => {
  it("is done with when every message was handled", async () => {
    const { run, handled } = handling();

    expect(await run(aBatch({ messageId: "a" }, { messageId: "b" }))).toEqual(backToTheQueue());
    expect(handled).toEqual(["a", "b"]);
  });

  it("a group stops at its first failure, and what follows in it comes again too", async () => {
    const { run, handled } = handling("2");
    const batch = aBatch(...["1", "2", "3", "4"].map((messageId) => ({ messageId, group: "g" })));

    expect(await run(batch)).toEqual(backToTheQueue("2", "3", "4"));
    expect(handled).toEqual(["1"]);
  });

  it("groups go on without each other, however they are mixed", async () => {
    const { run, handled } = handling("a1");
    const batch = aBatch(
      { messageId: "a1", group: "a" },
      { messageId: "b1", group: "b" },
      { messageId: "a2", group: "a" },
      { messageId: "b2", group: "b" },
    );

    expect(await run(batch)).toEqual(backToTheQueue("a1", "a2"));
    expect(handled).toEqual(["b1", "b2"]);
  });

  it("a message without a group holds no other back", async () => {
    const { run, handled } = handling("1");

    expect(await run(aBatch({ messageId: "1" }, { messageId: "2" }))).toEqual(backToTheQueue("1"));
    expect(handled).toEqual(["2"]);
  });

  it("nothing is applied before what came before it in its group, whatever fails", async () => {
    const message = fc.record({ group: fc.constantFrom("a", "b", "c"), fails: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(message, { maxLength: 10 }), async (messages) => {
        const numbered = messages.map(({ group, fails }, index) => ({ messageId: `${index}`, group, fails }));
        const { run, handled } = handling(
          ...numbered.filter(({ fails }) => fails).map(({ messageId }) => messageId),
        );

        const { batchItemFailures } = await run(aBatch(...numbered));

        for (const group of ["a", "b", "c"]) {
          const its = numbered.filter((one) => one.group === group);
          const firstFailure = its.findIndex(({ fails }) => fails);
          const done = firstFailure < 0 ? its : its.slice(0, firstFailure);
          const ids = done.map(({ messageId }) => messageId);
          expect(handled.filter((id) => its.some(({ messageId }) => messageId === id))).toEqual(ids);
        }
        const failed = batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
        expect([...failed, ...handled].sort()).toEqual(numbered.map(({ messageId }) => messageId).sort());
      }),
    );
  });
});

describe("a message", () => {
  it("knows its queue by the name of the contract, when it was sent, and which attempt this is", async () => {
    const seen: QueueMessage[] = [];
    const run = queueBatch((message) => Promise.resolve(seen.push(message)));

    await run(aBatch({ messageId: "1", body: "text", queue: "progress-kompetenscenter.fifo", attempt: 3 }));
    await run(aBatch({ messageId: "2", queue: "decisions-sf-centrum" }));

    expect(seen).toMatchObject([
      { body: "text", queue: "progress-kompetenscenter", sentAt: "2026-11-02T09:00:00Z", attempt: 3 },
      { queue: "decisions-sf-centrum", attempt: 1 },
    ]);
  });

  it("is one line of the log, with its ids and what was noted of it, also beside other groups", async () => {
    const run = queueBatch(async ({ messageId }) => {
      about(`sf-centrum.${messageId}`);
      await Promise.resolve();
      log.warn("signature refused");
      note({ outcome: "progress recorded" });
    });
    await run(aBatch({ messageId: "1", group: "a" }, { messageId: "2", group: "b" }));

    const ids = (nth: string) => ({
      messageId: nth,
      queue: "progress-kompetenscenter",
      correlationid: `sf-centrum.${nth}`,
    });
    const taken = {
      message: "message taken",
      attempt: 1,
      ms: expect.any(Number),
      outcome: "progress recorded",
    };
    expect(logged().map((line) => JSON.parse(line))).toMatchObject([
      { message: "signature refused", ...ids("1") },
      { message: "signature refused", ...ids("2") },
      { ...taken, ...ids("1") },
      { ...taken, ...ids("2") },
    ]);
  });

  it("that fails is logged by its ids, not by what it holds or what the error says", async () => {
    const { run } = handling("2");
    const batch = ["1", "2", "3", "4"].map((messageId) => ({ messageId, group: "g", body: "body-text" }));

    await run(aBatch(...batch));

    expect(logged().map((line) => JSON.parse(line))).toMatchObject([
      { message: "message taken", messageId: "1" },
      {
        level: "ERROR",
        message: "message failed, its group stops here",
        queue: "progress-kompetenscenter",
        messageId: "2",
        attempt: 1,
        heldBack: 3,
      },
      { MessagesFailed: 1 },
    ]);
    expect(logged().join("\n")).not.toMatch(/9803|body-text/);
  });
});
