import {
  CreateQueueCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import { buildApp } from "fauxqs";

/** A queue engine in this process. */
export interface SqsEngine {
  readonly client: SQSClient;
  /** Makes a queue, ordered if its name says so; gives its URL. */
  readonly makeQueue: (name: string) => Promise<string>;
  /** Takes everything off a queue, as a reader who deletes what it has read. */
  readonly drain: (url: string) => Promise<readonly Message[]>;
  readonly stop: () => Promise<void>;
}

export async function openSqs(): Promise<SqsEngine> {
  const app = buildApp({ logger: false });
  const endpoint = await app.listen({ host: "127.0.0.1", port: 0 });
  const client = new SQSClient({
    endpoint,
    region: "eu-north-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });

  async function makeQueue(QueueName: string): Promise<string> {
    const Attributes = QueueName.endsWith(".fifo") ? { FifoQueue: "true" } : {};
    const { QueueUrl = "" } = await client.send(new CreateQueueCommand({ QueueName, Attributes }));
    return QueueUrl;
  }

  async function drain(QueueUrl: string): Promise<readonly Message[]> {
    const drained: Message[] = [];
    for (;;) {
      const { Messages = [] } = await client.send(
        new ReceiveMessageCommand({
          QueueUrl,
          MaxNumberOfMessages: 10,
          MessageAttributeNames: ["All"],
          MessageSystemAttributeNames: ["All"],
        }),
      );
      if (Messages.length === 0) return drained;
      for (const { ReceiptHandle } of Messages) {
        await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
      }
      drained.push(...Messages);
    }
  }

  const stop = async (): Promise<void> => {
    client.destroy();
    await app.close();
  };
  return { client, makeQueue, drain, stop };
}
