import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { text } from "node:stream/consumers";
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { account } from "./deploy.ts";
import type { System } from "./system.ts";

/** Lambda's front before a function's URL, as far as `hemvist ops` meets it. */
export interface SignedCallers {
  readonly endpoint: string;
  readonly stop: () => Promise<void>;
}

const ofAlias = /^\/2021-10-31\/functions\/([\w-]+)\/url$/;

/**
 * Stands before the functions of the emulator and says who signed each request, because the emulator's own URLs do not.
 * The function itself runs on the emulator, under its own role.
 */
export async function signedCallers(system: Pick<System, "clientFor">): Promise<SignedCallers> {
  const lambda = new LambdaClient(system.clientFor("operations"));
  let endpoint = "";

  async function answer(
    request: IncomingMessage,
  ): Promise<{ readonly status: number; readonly body: string }> {
    const { pathname, searchParams } = new URL(request.url ?? "", endpoint);
    const name = ofAlias.exec(pathname)?.[1];
    if (name !== undefined) {
      const FunctionUrl = `${endpoint}/${name}:${searchParams.get("Qualifier")}/`;
      return { status: 200, body: JSON.stringify({ FunctionUrl }) };
    }
    const [, FunctionName = "", ...act] = pathname.split("/");
    const event = signed(act.join("/"), await text(request));
    const { Payload } = await lambda.send(
      new InvokeCommand({ FunctionName, Payload: JSON.stringify(event) }),
    );
    const { statusCode, body } = JSON.parse(Buffer.from(Payload ?? []).toString("utf8"));
    return { status: statusCode, body };
  }

  const server = createServer((request, response) => {
    answer(request).then(
      ({ status, body }) => response.writeHead(status, { "Content-Type": "application/json" }).end(body),
      (error: unknown) => response.writeHead(502).end(String(error)),
    );
  });
  endpoint = await listening(server);
  return { endpoint, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** What Lambda hands a function with a URL (payload version 2.0), as far as ours reads it. */
const signed = (path: string, body: string): object => ({
  rawPath: `/${path}`,
  body,
  requestContext: {
    requestId: randomUUID(),
    timeEpoch: Date.now(),
    authorizer: { iam: { accountId: account, userId: account, userArn: `arn:aws:iam::${account}:root` } },
  },
});

async function listening(server: Server): Promise<string> {
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port is free");
  return `http://127.0.0.1:${address.port}`;
}
