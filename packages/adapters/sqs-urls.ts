import { GetQueueUrlCommand, SQSClient, SQSServiceException } from "@aws-sdk/client-sqs";
import { callLimits } from "./call-limits.ts";
import type { QueueUrls } from "./queue-addresses.ts";

interface Options {
  readonly client?: SQSClient;
  /** Called for each queue that SQS did not find, with the reason. */
  readonly onMissing?: (name: string, why: SQSServiceException) => void;
}

/**
 * Asks SQS where queues are: their physical names by the names they are known by here. A queue that SQS does not give
 * is left out.
 * @throws what SQS answered where it gave none, and what failed where SQS did not answer
 */
export async function sqsUrls(
  names: ReadonlyMap<string, string>,
  { client = new SQSClient(callLimits), onMissing = () => {} }: Options = {},
): Promise<QueueUrls> {
  const answers = await Promise.all(
    [...names].map(async ([name, QueueName]) => {
      try {
        const { QueueUrl = "" } = await client.send(new GetQueueUrlCommand({ QueueName }));
        return { name, url: QueueUrl };
      } catch (why) {
        if (!(why instanceof SQSServiceException)) throw why;
        return { name, why };
      }
    }),
  );
  const missing = answers.flatMap(({ name, why }) => (why === undefined ? [] : [{ name, why }]));
  const [first] = missing;
  if (first !== undefined && missing.length === answers.length) throw first.why;
  for (const { name, why } of missing) onMissing(name, why);
  return Object.fromEntries(answers.flatMap(({ name, url }) => (url === undefined ? [] : [[name, url]])));
}
