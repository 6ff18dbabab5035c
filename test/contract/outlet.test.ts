import {
  SendMessageBatchCommand,
  type SendMessageBatchCommandOutput,
  type SQSClient,
} from "@aws-sdk/client-sqs";
import { sqsOutlet } from "@hemvist/adapters";
import { type Accepted, queueUrls, simulatedSqs } from "../simulation/platform/party-queues.ts";
import { openSqs } from "../support/engines/sqs-engine.ts";
import { noSignatures } from "../support/no-signatures.ts";
import { recordingOutlet } from "../support/recording-outlet.ts";
import { noFaults, undisturbed } from "../support/undisturbed-run.ts";
import { type OpenOutlet, outletContract, queuesOfContract } from "./outlet-contract.ts";

outletContract("the recording outlet", () => {
  let current = recordingOutlet();
  return Promise.resolve({
    outlet: (...refused) => {
      current = recordingOutlet(...refused);
      return Promise.resolve(current);
    },
    arrived: (queue) =>
      Promise.resolve(current.accepted.filter((one) => one.queue === queue).map(({ event }) => event)),
    close: () => Promise.resolve(),
  });
});

outletContract("SQS (fauxqs)", async (): Promise<OpenOutlet> => {
  const engine = await openSqs();
  let round = 0;
  let urls: Readonly<Record<string, string>> = {};
  return {
    outlet: async (...refused) => {
      round += 1;
      const made = queuesOfContract.map(
        async (queue) => [queue, await engine.makeQueue(`${queue}-${round}.fifo`)] as const,
      );
      urls = Object.fromEntries(await Promise.all(made));
      return sqsOutlet(urls, { signer: noSignatures, client: refusing(engine.client, refused) });
    },
    arrived: async (queue) =>
      (await engine.drain(urls[queue] ?? "")).map(({ Body = "" }) => JSON.parse(Body)),
    close: engine.stop,
  };
});

outletContract("SQS (simulated)", () => {
  let accepted: Accepted[] = [];
  const client = simulatedSqs(
    {
      faults: noFaults(),
      isWithdrawn: () => false,
      accept: (message) => accepted.push(message),
      setAside: () => {},
    },
    undisturbed(),
  );
  return Promise.resolve({
    outlet: (...refused) => {
      accepted = [];
      return Promise.resolve(
        sqsOutlet(queueUrls, { signer: noSignatures, client: refusing(client, refused) }),
      );
    },
    arrived: (queue) =>
      Promise.resolve(accepted.filter((one) => one.queue === queue).map(({ body }) => JSON.parse(body))),
    close: () => Promise.resolve(),
  });
});

/** SQS itself refuses single entries only when something is wrong with it: here they never reach it. */
function refusing(client: SQSClient, refused: readonly string[]): SQSClient {
  const send = async (command: unknown): Promise<Pick<SendMessageBatchCommandOutput, "Failed">> => {
    if (!(command instanceof SendMessageBatchCommand)) throw new Error("the outlet sends batches only");
    const { QueueUrl, Entries: all = [] } = command.input;
    const isRefused = ({ MessageDeduplicationId = "" }): boolean => refused.includes(MessageDeduplicationId);
    const accepted = all.filter((entry) => !isRefused(entry));
    const Entries = accepted;
    const answer =
      accepted.length > 0
        ? await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }))
        : { Failed: [] };
    const own = all.filter(isRefused).map(({ Id }) => ({
      Id,
      Code: "InternalError",
      SenderFault: false,
    }));
    return { Failed: [...(answer.Failed ?? []), ...own] };
  };
  return { send } as unknown as SQSClient;
}
