// Runs in a worker thread: the tables' engine, without a port of its own. What is stored weighs on this thread alone.
import { EventEmitter } from "node:events";
import { parentPort } from "node:worker_threads";
import dynalite from "dynalite";
import type { TableReply, TableRequest } from "./table-engine.ts";

const port = parentPort;
if (port === null) throw new Error("table-thread.ts runs in a worker thread only");

/** The engine looks only at the shape of a signature. */
const SIGNED = {
  "content-type": "application/x-amz-json-1.0",
  authorization:
    "AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0",
  "x-amz-date": "20260101T000000Z",
};

const server = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });

/** Hands the server a request as its port would, and takes its answer. */
port.on("message", ({ id, operation, body }: TableRequest) => {
  const headers = { ...SIGNED, "x-amz-target": `DynamoDB_20120810.${operation}` };
  const request = Object.assign(new EventEmitter(), { method: "POST", url: "/", headers });
  const response = {
    statusCode: 200,
    setHeader: () => {},
    end: (text: string) => {
      const reply: TableReply = { id, status: response.statusCode, body: text };
      port.postMessage(reply);
    },
  };
  server.emit("request", request, response);
  request.emit("data", Buffer.from(body));
  request.emit("end");
});
