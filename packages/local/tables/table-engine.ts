import { Worker } from "node:worker_threads";
import { type Json, parsedJson } from "../templates/json.ts";

export interface EngineAnswer {
  readonly status: number;
  readonly body: Json;
}

export interface TableEngine {
  /** One call of DynamoDB's API, such as `GetItem`. */
  readonly call: (operation: string, body: Json) => Promise<EngineAnswer>;
  readonly stop: () => Promise<void>;
}

export interface TableRequest {
  readonly id: number;
  readonly operation: string;
  /** JSON, as on the wire. */
  readonly body: string;
}

export interface TableReply {
  readonly id: number;
  readonly status: number;
  readonly body: string;
}

/** DynamoDB's tables, in memory and in a thread of their own; what the engine cannot do, the front adds. */
export const startTableEngine = async (): Promise<TableEngine> => {
  const worker = new Worker(new URL("./table-thread.ts", import.meta.url), { execArgv: [] });
  const waiting = new Map<number, (reply: TableReply) => void>();
  let calls = 0;
  let isStopped = false;

  worker.on("message", (reply: TableReply) => {
    waiting.get(reply.id)?.(reply);
    waiting.delete(reply.id);
  });
  // The run is of no use without its tables: an error here is the run's own.
  worker.on("error", (error) => {
    if (!isStopped) throw error;
  });

  return {
    call: async (operation, body) => {
      if (isStopped) throw new Error("the tables are stopped");
      calls += 1;
      const { promise, resolve } = Promise.withResolvers<TableReply>();
      waiting.set(calls, resolve);
      const request: TableRequest = { id: calls, operation, body: JSON.stringify(body) };
      worker.postMessage(request);
      const reply = await promise;
      return { status: reply.status, body: parsedJson(reply.body) };
    },
    stop: async () => {
      isStopped = true;
      await worker.terminate();
    },
  };
};
