import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { kmsSeal } from "@hemvist/adapters";
import { afterAll } from "vitest";
import { operating } from "../../functions/operate/operating.ts";
import { noSignatures } from "../support/no-signatures.ts";

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
  "TrentService.GenerateMac": { Mac: Buffer.alloc(32).toString("base64") },
};

/** What the function answers, in place of the real one. */
type Operate = (act: string, asked: Answer) => Answer | Promise<Answer>;

/**
 * An AWS with every queue and nothing in it, but for what `answer` says otherwise. It holds no state: it is here for
 * what the command says of it. `functions/operate` runs in this process and calls it, unless `operate` answers.
 */
export async function anAws(
  answer: (call: Call) => Answer | undefined | Promise<Answer | undefined> = () => undefined,
  operate: Operate = actingOn,
) {
  const calls: Call[] = [];
  const asked: Answer[] = [];
  const server = createServer((request, response) => {
    void answerTo(request, response);
  });

  async function answerTo(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await textOf(request);
    const { host, authorization = "" } = request.headers;
    if (request.url?.startsWith("/2021-10-31/functions/hemvist-operate/url") === true) {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ FunctionUrl: `http://${host}/operate/` }));
      return;
    }
    const [, act] = /^\/operate\/([a-z-]+)$/.exec(request.url ?? "") ?? [];
    if (act !== undefined) {
      Object.assign(process.env, env);
      const it = JSON.parse(body) as Answer;
      asked.push({ act, isSigned: /^AWS4-HMAC-SHA256 Credential=anna\//.test(authorization), ...it });
      const { statusCode, body: answered } = await operate(act, it);
      response.writeHead(Number(statusCode), { "content-type": "application/json" }).end(answered);
      return;
    }
    const [, service = "", action = ""] =
      /^(?:Amazon)?(\w+?)(?:_\d+)?\.(\w+)$/.exec(String(request.headers["x-amz-target"])) ?? [];
    if (service === "") {
      response.setHeader("content-type", "application/xml").end(emptyBucket);
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
  const env = { ...credentials, AWS_REGION: "eu-north-1", AWS_ENDPOINT_URL: `http://127.0.0.1:${port}` };
  return { calls, asked, env };
}

const anna = { accountId: "1", userArn: "arn:aws:sts::1:assumed-role/operator/anna", userId: "AROA:anna" };

const pseudonyms = { ofNumber: () => Promise.resolve("a pseudonym") };
const accesses = { write: () => Promise.resolve({ chain: "", sequence: 1, hash: "" }) };
const places = {
  decisions: "decisions",
  sentMessages: "sent-messages",
  failedRecords: "failed-records-111122223333",
  journal: "journal-111122223333",
  accessLog: "access-log-111122223333",
};

/** The function itself, as Lambda calls it for Anna. */
const actingOn: Operate = async (act, asked) => ({
  ...(await operating({
    places,
    seal: kmsSeal("key"),
    accesses,
    pseudonyms,
    marks: { of: () => undefined },
    ownChecks: () => Promise.resolve([]),
    signer: noSignatures,
    mostAlone: 20,
  })({
    rawPath: `/${act}`,
    body: JSON.stringify(asked),
    requestContext: {
      requestId: "r-1",
      timeEpoch: Date.parse("2026-11-03T09:00:00Z"),
      authorizer: { iam: anna },
    },
  })),
});

export const credentials = {
  AWS_ACCESS_KEY_ID: "anna",
  AWS_SECRET_ACCESS_KEY: "anna",
  AWS_MAX_ATTEMPTS: "1",
};

/** S3's answer: a bucket with nothing in it. */
const emptyBucket = "<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>";

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}
