import { SendMessageBatchCommand, SendMessageCommand } from "@aws-sdk/client-sqs";
import { type Behaviour, none, notShown, seen, shown } from "./behaviour.ts";
import type { OpenWayOut, WayOut } from "./way-out.ts";

const inAll = { simulated: shown, bare: shown, local: shown, amazon: none };
const outlet = "packages/adapters/sqs-outlet.ts";
const batching = "packages/adapters/message-batch.ts";

async function send({ client, url }: WayOut, bodies: readonly string[]) {
  const Entries = bodies.map((MessageBody, index) => ({
    Id: `${index}`,
    MessageBody,
    MessageGroupId: `group ${index}`.replace(" ", "-"),
    MessageDeduplicationId: `id-${index}`,
  }));
  try {
    const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries }));
    return Failed.map(({ Id }) => Id).join();
  } catch (error) {
    return error instanceof Error ? error.name : "refused";
  }
}

const texts = async ({ arrived }: WayOut): Promise<string> =>
  (await arrived())
    .map(({ body }) => body)
    .toSorted()
    .join();

/** What a queue does with what is sent to it. */
export const wayOutBehaviours: readonly Behaviour<OpenWayOut>[] = [
  {
    says: "SQS may refuse one entry of a batch, and accept the others.",
    is: "withstood",
    by: [outlet],
    page: "Message quotas",
    shows: inAll,
    async check(open) {
      const way = await open({ isSecondRefused: true });
      const failed = await send(way, ["a", "\uffff", "c"]);
      const all = await texts(way);
      return seen(failed === "1" && all === "a,c", `${failed} failed, ${all} came`);
    },
  },
  {
    says: "SQS refuses a batch of more than ten whole.",
    is: "relied on",
    by: [batching],
    page: "Message quotas",
    shows: inAll,
    async check(open) {
      const way = await open();
      const refused = await send(way, [..."abcdefghijk"]);
      const all = await texts(way);
      return seen(refused.includes("TooManyEntries") && all === "", `${refused || "nothing"} refused`);
    },
  },
  {
    says: "SQS accepts a batch of a quarter of a mebibyte.",
    is: "relied on",
    by: [batching],
    page: "Message quotas",
    shows: inAll,
    async check(open) {
      const way = await open();
      const failed = await send(
        way,
        Array.from({ length: 10 }, () => "x".repeat(25 * 1024)),
      );
      const count = (await way.arrived()).length;
      return seen(failed === "" && count === 10, `${failed} failed, ${count} came`);
    },
  },
  {
    says: "SQS refuses a batch of more than a mebibyte whole.",
    is: "relied on",
    by: [batching],
    page: "Message quotas",
    shows: inAll,
    async check(open) {
      const way = await open();
      const refused = await send(
        way,
        Array.from({ length: 10 }, () => "x".repeat(110 * 1024)),
      );
      const count = (await way.arrived()).length;
      return seen(refused.includes("BatchRequestTooLong") && count === 0, `${count} came`);
    },
  },
  {
    says: "SQS refuses a body with U+FFFE or U+FFFF in it, every time.",
    is: "withstood",
    by: [batching],
    page: "Message quotas",
    shows: {
      ...inAll,
      simulated: notShown(
        "it was accepted",
        "The outlet escapes them. Its contract tries any text on fauxqs, which refuses them.",
      ),
    },
    async check(open) {
      const way = await open();
      const failed = await send(way, ["\uffff"]);
      return seen(failed === "0", "it was accepted");
    },
  },
  {
    says: "A dead letter keeps its attributes: the reason, and the id that it had.",
    is: "relied on",
    by: ["packages/adapters/sqs-dead-letters.ts", "docs/runbooks/dead-letters.md"],
    page: "Message quotas",
    shows: inAll,
    async check(open) {
      const way = await open();
      const attribute = (StringValue: string) => ({ DataType: "String", StringValue });
      await way.client.send(
        new SendMessageCommand({
          QueueUrl: way.url,
          MessageBody: "{ not JSON",
          MessageGroupId: "m-1",
          MessageDeduplicationId: "m-1",
          MessageAttributes: { reason: attribute("unreadable"), originalMessageId: attribute("m-1") },
        }),
      );
      const [letter] = await way.arrived();
      const { reason, originalMessageId } = letter?.attributes ?? {};
      const found = [letter?.body, reason, originalMessageId].join();
      return seen(found === "{ not JSON,unreadable,m-1", found);
    },
  },
];
