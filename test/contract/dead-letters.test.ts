import { type Message, SendMessageCommand } from "@aws-sdk/client-sqs";
import { sqsDeadLetters } from "@hemvist/adapters";
import { describe, expect, it } from "vitest";
import { queueUrls, type SetAside, simulatedSqs } from "../simulation/platform/party-queues.ts";
import { openSqs } from "../support/engines/sqs-engine.ts";
import { recordingDeadLetters } from "../support/recording-dead-letters.ts";
import { noFaults, undisturbed } from "../support/undisturbed-run.ts";
import { deadLettersContract, queuesSetAsideFrom } from "./dead-letters-contract.ts";

deadLettersContract("the recording dead letters", () => {
  const deadLetters = recordingDeadLetters();
  return Promise.resolve({
    deadLetters,
    lyingIn: (queue) => Promise.resolve(deadLetters.letters.filter((letter) => letter.queue === queue)),
    close: () => Promise.resolve(),
  });
});

deadLettersContract("SQS (fauxqs)", async () => {
  const engine = await openSqs();
  const [decisions, progress] = queuesSetAsideFrom;
  const urls = {
    [`${decisions}-dlq`]: await engine.makeQueue(`${decisions}-dlq`),
    [`${progress}-dlq`]: await engine.makeQueue(`${progress}-dlq.fifo`),
  };
  return {
    deadLetters: sqsDeadLetters(urls, engine.client),
    lyingIn: async (queue) =>
      (await engine.drain(urls[`${queue}-dlq`] ?? "")).map(({ Body = "", MessageAttributes = {} }) => ({
        queue,
        body: Body,
        messageId: MessageAttributes["originalMessageId"]?.StringValue ?? "",
        reason: MessageAttributes["reason"]?.StringValue ?? "",
      })),
    close: engine.stop,
  };
});

deadLettersContract("SQS (simulated)", () => {
  const letters: SetAside[] = [];
  const client = simulatedSqs(
    {
      faults: noFaults(),
      isWithdrawn: () => false,
      accept: () => {},
      setAside: (letter) => letters.push(letter),
    },
    undisturbed(),
  );
  return Promise.resolve({
    deadLetters: sqsDeadLetters(queueUrls, client),
    lyingIn: (queue) =>
      Promise.resolve(
        letters
          .filter((letter) => letter.queue === queue)
          .map(({ originalMessageId, ...letter }) => ({ ...letter, messageId: originalMessageId })),
      ),
    close: () => Promise.resolve(),
  });
});

describe("a message as large as SQS takes", () => {
  const mebibyte = 1024 * 1024;
  const reason = "unreadable: message-too-large";

  /** The letter that lies there once the body has been set aside. */
  async function letterOf(body: string): Promise<Message | undefined> {
    const engine = await openSqs();
    const url = await engine.makeQueue("decisions-sf-centrum-dlq");
    // SQS itself takes it, as long as nothing stands beside it.
    await engine.client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: body }));
    await engine.drain(url);

    await sqsDeadLetters({ "decisions-sf-centrum-dlq": url }, engine.client).setAside({
      queue: "decisions-sf-centrum",
      messageId: "3f2b8c1e-9d4a-4c7e-8a51-6d0f2b9e7c33",
      body,
      reason,
    });

    const [letter] = await engine.drain(url);
    await engine.stop();
    return letter;
  }

  it.each([
    ["to the byte", mebibyte, "å"],
    ["but for less than the reason takes", mebibyte - 90, "a"],
  ])("%s is set aside, its end cut off, and the reason says so", async (_what, bytes, last) => {
    const body = `${"x".repeat(bytes - Buffer.byteLength(last))}${last}`;
    const letter = await letterOf(body);

    expect(letter?.MessageAttributes?.["reason"]?.StringValue).toBe(`${reason} (its end is cut off)`);
    expect(body.startsWith(letter?.Body ?? "?")).toBe(true);
    expect(letter?.Body?.length).toBeGreaterThan(mebibyte - 300);
  });

  it("but for what stands beside it is kept whole", async () => {
    const body = "x".repeat(mebibyte - 300);
    const letter = await letterOf(body);

    expect(letter?.Body).toBe(body);
    expect(letter?.MessageAttributes?.["reason"]?.StringValue).toBe(reason);
  });
});
