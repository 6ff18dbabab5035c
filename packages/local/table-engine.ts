import { Agent, request } from "node:http";
import dynalite from "dynalite";
import { type Json, parsedJson } from "./json.ts";
import { portOf } from "./listening.ts";

export interface EngineAnswer {
  readonly status: number;
  readonly body: Json;
}

export interface TableEngine {
  /** One call of DynamoDB's API, such as `GetItem`. */
  readonly call: (operation: string, body: Json) => Promise<EngineAnswer>;
  readonly stop: () => Promise<void>;
}

/** The engine looks only at the shape of a signature. */
const SIGNED = {
  "content-type": "application/x-amz-json-1.0",
  authorization:
    "AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0",
  "x-amz-date": "20260101T000000Z",
};

/** DynamoDB's tables, in memory; what the engine cannot do, the front adds. */
export const startTableEngine = async (): Promise<TableEngine> => {
  const server = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const port = portOf(server.address());
  const agent = new Agent({ keepAlive: true });

  const call = (operation: string, body: Json): Promise<EngineAnswer> =>
    new Promise((resolve, reject) => {
      const headers = { ...SIGNED, "x-amz-target": `DynamoDB_20120810.${operation}` };
      const sent = request({ host: "127.0.0.1", port, method: "POST", agent, headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("end", () => {
          resolve({
            status: answer.statusCode ?? 500,
            body: parsedJson(Buffer.concat(chunks).toString("utf8")),
          });
        });
        answer.on("error", reject);
      });
      sent.on("error", reject);
      sent.end(JSON.stringify(body));
    });

  const stop = (): Promise<void> => {
    agent.destroy();
    return new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  };

  return { call, stop };
};
