import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import { cloudEvent } from "@hemvist/contracts";
import type { RunningSystem } from "@hemvist/local";
import type { z } from "zod";
import { type Client, callerWith } from "./access-token.ts";
import { signedByHemvist } from "./signed-by-hemvist.ts";

export type ReceivedEvent = z.infer<typeof cloudEvent>;

/** What a party outside hemvist does: post, send to its own queue, and take what has come for it. */
export interface Party {
  /** Calls the API as the party, whatever the method. */
  readonly call: (path: string, init?: RequestInit) => Promise<Response>;
  readonly post: (path: string, body: string) => Promise<{ readonly status: number; readonly body: unknown }>;
  /** Sends to one of its queues and returns SQS's id of the message. */
  readonly send: (queue: string, body: string, group?: string, signature?: string) => Promise<string>;
  /** Takes everything there is on a queue, in order, and deletes it. A signature that is there must fit. */
  readonly take: (queue: string) => Promise<readonly ReceivedEvent[]>;
}

/** How a system is reached from outside. */
export type WayIn = Pick<RunningSystem, "apiUrl" | "queueUrl" | "clientFor">;

/** The OAuth client of a party: in a local run its secret is that of its AWS client. */
export const clientOf = (system: Pick<WayIn, "apiUrl" | "clientFor">, party: string): Client => ({
  tokenUrl: `${system.apiUrl}/oauth2/token`,
  clientId: party,
  clientSecret: system.clientFor(party).credentials.secretAccessKey,
});

/** A party with its own AWS client and its own OAuth client, as its system would have. */
export function partyOf(system: WayIn, name: string, oauth: Client = clientOf(system, name)): Party {
  const sqs = new SQSClient(system.clientFor(name));
  const check = signedByHemvist(system.apiUrl);
  const callWithToken = callerWith(oauth);
  const call = (path: string, init?: RequestInit): Promise<Response> =>
    callWithToken(path.startsWith("http") ? path : `${system.apiUrl}${path}`, init);
  const arnOf = async (QueueUrl: string): Promise<string> => {
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["QueueArn"] }),
    );
    return Attributes?.QueueArn ?? "";
  };

  return {
    async post(path, body) {
      const headers = { "Content-Type": "application/json" };
      const response = await call(path, { method: "POST", headers, body });
      return { status: response.status, body: await response.json() };
    },

    call,

    async send(queue, body, group, signature) {
      const { MessageId = "" } = await sqs.send(
        new SendMessageCommand({
          QueueUrl: system.queueUrl(queue),
          MessageBody: body,
          ...(group ? { MessageGroupId: group, MessageDeduplicationId: crypto.randomUUID() } : {}),
          ...(signature
            ? { MessageAttributes: { signature: { DataType: "String", StringValue: signature } } }
            : {}),
        }),
      );
      return MessageId;
    },

    async take(queue) {
      const QueueUrl = system.queueUrl(queue);
      const events: ReceivedEvent[] = [];
      for (;;) {
        const { Messages = [] } = await sqs.send(
          new ReceiveMessageCommand({
            QueueUrl,
            MaxNumberOfMessages: 10,
            MessageAttributeNames: ["signature"],
          }),
        );
        if (Messages.length === 0) return events;
        for (const { Body = "", ReceiptHandle, MessageAttributes } of Messages) {
          const signature = MessageAttributes?.["signature"]?.StringValue;
          if (signature !== undefined) await check({ body: Body, signature, address: await arnOf(QueueUrl) });
          events.push(cloudEvent.parse(JSON.parse(Body)));
          await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
        }
      }
    },
  };
}
