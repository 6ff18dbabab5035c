// Runs in a process of its own: the local engines of tables and queues, and as much of KMS and of EventBridge Scheduler
// as the contenders call. All of them get the same. It prints where it listens, and ends with its standard input.
import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buildApp } from "fauxqs";
import { processorTime } from "../processor-time.ts";
import { queuesOf, tablesOf } from "./declared.ts";
import { type Json, tableEngine } from "./table-engine.ts";

const [templates = ""] = process.argv.slice(2);

/** Each call, as it came: a service's operation and its body. */
const calls: { readonly target: string; readonly body: Json }[] = [];
const schedules = new Map<string, Json>();
const tables = tableEngine();

const queues = buildApp({ logger: false, defaultRegion: "eu-north-1" });
queues.addHook("preHandler", (request, _reply, done) => {
  const target = request.headers["x-amz-target"];
  if (typeof target === "string") calls.push({ target, body: request.body as Json });
  done();
});
const queuesAt = await queues.listen({ host: "127.0.0.1", port: 0 });

const key = "the key of this run";

async function answer(request: IncomingMessage, body: string): Promise<{ status: number; body: string }> {
  const { url = "/" } = request;
  const target = String(request.headers["x-amz-target"] ?? "");
  if (url.startsWith("/changes?from=")) return ok(tables.changes.slice(Number(url.split("=")[1])));
  if (url === "/calls") return ok(calls);
  if (url === "/spent") return ok({ microseconds: processorTime(), schedules: schedules.size });
  if (target === "TrentService.GenerateMac") {
    const { Message = "" } = JSON.parse(body) as { Message?: string };
    return ok({ Mac: createHmac("sha256", key).update(Message, "base64").digest("base64") });
  }
  if (url.startsWith("/schedules/")) {
    schedules.set(url, JSON.parse(body));
    calls.push({ target: "Scheduler.CreateSchedule", body: {} });
    return ok({ ScheduleArn: `arn:aws:scheduler:eu-north-1:000000000000:schedule/default${url}` });
  }
  const operation = target.replace("DynamoDB_20120810.", "");
  const parsed = JSON.parse(body) as Json;
  calls.push({ target, body: parsed });
  return tables.call(operation, parsed);
}

const ok = (value: unknown) => ({ status: 200, body: JSON.stringify(value) });

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { status, body } = await answer(request, Buffer.concat(chunks).toString("utf8"));
  response.writeHead(status, {
    "content-type": "application/x-amz-json-1.0",
    "content-length": Buffer.byteLength(body),
  });
  response.end(body);
}

const server = createServer((request, response) => {
  serve(request, response).catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    response.writeHead(500).end();
  });
});
server.keepAliveTimeout = 600_000;

for (const table of tablesOf(templates)) await tables.create(table);
for (const queue of queuesOf(templates)) {
  const payload = { QueueName: queue, Attributes: queue.endsWith(".fifo") ? { FifoQueue: "true" } : {} };
  await queues.inject({
    method: "POST",
    url: "/",
    headers: { "content-type": "application/x-amz-json-1.0", "x-amz-target": "AmazonSQS.CreateQueue" },
    payload: JSON.stringify(payload),
  });
}
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  calls.splice(0);
  process.stdout.write(`listening http://127.0.0.1:${port} ${queuesAt}\n`);
});
process.stdin.on("end", () => process.exit());
process.stdin.resume();
