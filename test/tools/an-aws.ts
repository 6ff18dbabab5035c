import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll } from "vitest";

export interface Call {
  /** Such as `SQS.ReceiveMessage`. */
  readonly name: string;
  /** The queue that it is about, by its physical name. */
  readonly queue: string;
  readonly input: Readonly<Record<string, unknown>>;
}

type Answer = Readonly<Record<string, unknown>>;

/** An error of AWS's own, by its name. */
export const failing = (type: string): Answer => ({ __type: `com.amazonaws.sqs#${type}` });

const noLetters: Readonly<Record<string, Answer>> = {
  "SQS.GetQueueAttributes": { Attributes: { ApproximateNumberOfMessages: "0" } },
};

/**
 * An AWS with every queue and nothing in it, but for what `answer` says otherwise. It holds no state: it is here for
 * what the command says of it.
 */
export async function anAws(
  answer: (call: Call) => Answer | undefined | Promise<Answer | undefined> = () => undefined,
) {
  const calls: Call[] = [];
  const server = createServer((request, response) => {
    void answerTo(request, response);
  });

  async function answerTo(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await textOf(request);
    const [, service = "", action = ""] =
      /^(?:Amazon)?(\w+?)(?:_\d+)?\.(\w+)$/.exec(String(request.headers["x-amz-target"])) ?? [];
    if (service === "") {
      response.setHeader("content-type", "application/xml").end(xmlFor(body));
      return;
    }
    const input = JSON.parse(body) as Record<string, unknown>;
    const queue =
      String(input["QueueName"] ?? input["QueueUrl"] ?? "")
        .split("/")
        .at(-1) ?? "";
    const call = { name: `${service}.${action}`, queue, input };
    calls.push(call);
    const found = (await answer(call)) ??
      noLetters[call.name] ?? { QueueUrl: `http://${request.headers.host}/1/${queue}` };
    response
      .writeHead("__type" in found ? 400 : 200, { "content-type": "application/x-amz-json-1.0" })
      .end(JSON.stringify(found));
  }

  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    calls,
    env: { ...credentials, AWS_REGION: "eu-north-1", AWS_ENDPOINT_URL: `http://127.0.0.1:${port}` },
  };
}

export const credentials = {
  AWS_ACCESS_KEY_ID: "anna",
  AWS_SECRET_ACCESS_KEY: "anna",
  AWS_MAX_ATTEMPTS: "1",
};

/** STS's and S3's answers: who is calling, and a bucket with nothing in it. */
const xmlFor = (body: string): string =>
  body.includes("GetCallerIdentity")
    ? "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:sts::1:assumed-role/operator/anna</Arn><UserId>AROA:anna</UserId><Account>1</Account></GetCallerIdentityResult></GetCallerIdentityResponse>"
    : "<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>";

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}
