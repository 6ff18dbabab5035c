import { ReceiveMessageCommand, SendMessageBatchCommand, type SQSClient } from "@aws-sdk/client-sqs";
import { sqsDeadLetters, sqsLetters } from "@hemvist/adapters";
import { describe, expect, it } from "vitest";
import { openSqs } from "../support/engines/sqs-engine.ts";

const queue = "decisions-sf-centrum";

async function fill(client: SQSClient, { url, many }: { url: string; many: number }): Promise<void> {
  for (let sent = 0; sent < many; sent += 10) {
    const Entries = Array.from({ length: 10 }, (_, index) => ({
      Id: String(index),
      MessageBody: `letter ${sent + index}`,
    }));
    await client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries }));
  }
}

describe("what lies in a dead-letter queue", () => {
  it("is so many letters at most at one look, the rest are counted, and all lie there after", async () => {
    const engine = await openSqs();
    const url = await engine.makeQueue(`${queue}-dlq`);
    await fill(engine.client, { url, many: 60 });
    const letters = sqsLetters({ [`${queue}-dlq`]: url }, engine.client, 40);

    const first = await letters.hold(queue, 60);
    await letters.release(first.letters);
    const second = await letters.hold(queue, 60);
    await letters.release(second.letters);

    expect([first.letters.length, first.unseen]).toEqual([40, 20]);
    expect([second.letters.length, second.unseen]).toEqual([40, 20]);
    expect(await engine.drain(url)).toHaveLength(60);
    await engine.stop();
  });

  it("goes back with its signature, as it was set aside with it", async () => {
    const engine = await openSqs();
    const [url, deadLetters] = [await engine.makeQueue(queue), await engine.makeQueue(`${queue}-dlq`)];
    const urls = { [queue]: url, [`${queue}-dlq`]: deadLetters };
    const reason = "unreadable: signature-key-unknown";
    await sqsDeadLetters(urls, engine.client).setAside({
      queue,
      messageId: "m-1",
      body: "{}",
      reason,
      signature: "a..b",
    });
    const letters = sqsLetters(urls, engine.client);
    const { letters: held } = await letters.hold(queue, 60);
    for (const letter of held) await letters.sendBack(letter, "a-group");
    const [sent] = await engine.drain(url);

    expect(held).toMatchObject([{ body: "{}", reason, signature: "a..b" }]);
    expect(sent?.MessageAttributes).toEqual({
      signature: expect.objectContaining({ StringValue: "a..b" }),
    });
    await engine.stop();
  });

  it("comes to an end where letters show again while others are still being looked at", async () => {
    const engine = await openSqs();
    const url = await engine.makeQueue(`${queue}-dlq`);
    await fill(engine.client, { url, many: 20 });
    const letters = sqsLetters({ [`${queue}-dlq`]: url }, engine.client);

    // Held for no time at all: each is to be seen again at once.
    const { letters: held } = await letters.hold(queue, 0);

    expect(new Set(held.map(({ id }) => id)).size).toBe(held.length);
    expect(held.length).toBeLessThanOrEqual(20);
    const { Messages } = await engine.client.send(new ReceiveMessageCommand({ QueueUrl: url }));
    expect(Messages).toHaveLength(1);
    await engine.stop();
  });
});
