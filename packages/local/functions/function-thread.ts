// Runs in a worker thread: one function's bundle, one invocation at a time, as Lambda's own loop would.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import type { FromThread, ThreadSetting, ToThread } from "./thread-messages.ts";

const port = parentPort;
if (port === null) throw new Error("function-thread.ts runs in a worker thread only");

const post = (message: FromThread): void => port.postMessage(message);

// A stream of its own would arrive after the result that it was written before.
const forwarded = (chunk: string | Uint8Array, ...rest: readonly unknown[]): boolean => {
  post({ kind: "wrote", text: typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8") });
  const written = rest.find((entry) => typeof entry === "function");
  if (written !== undefined) queueMicrotask(() => written());
  return true;
};
process.stdout.write = forwarded;
process.stderr.write = forwarded;

const setting: ThreadSetting = workerData;

const realNow = Date.now;
let ahead = 0;
const virtualNow = (): number => realNow() + ahead;
// A function that looks at its clock sees virtual time: nothing tells it that time was moved.
globalThis.Date = new Proxy(Date, {
  construct: (real, given, as) => Reflect.construct(real, given.length === 0 ? [virtualNow()] : given, as),
  get: (real, name) => (name === "now" ? virtualNow : Reflect.get(real, name)),
});

const load = async (): Promise<(event: unknown, context: unknown) => unknown> => {
  const dot = setting.handler.lastIndexOf(".");
  const path = join(setting.directory, setting.handler.slice(0, dot));
  const name = setting.handler.slice(dot + 1);
  const require = createRequire(join(setting.directory, "index.js"));
  const common = [`${path}.js`, `${path}.cjs`].find((file) => existsSync(file));
  const loaded = common === undefined ? await import(pathToFileURL(`${path}.mjs`).href) : require(common);
  if (typeof loaded[name] !== "function") throw new Error(`${setting.handler} is no function of the bundle`);
  return loaded[name];
};

const described = (error: unknown): string =>
  JSON.stringify(
    error instanceof Error
      ? { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? "").split("\n") }
      : { errorType: "Error", errorMessage: String(error), trace: [] },
  );

const contextOf = ({ requestId, deadline }: ToThread) => ({
  awsRequestId: requestId,
  callbackWaitsForEmptyEventLoop: true,
  functionName: setting.functionName,
  functionVersion: "$LATEST",
  invokedFunctionArn: setting.functionArn,
  logGroupName: `/aws/lambda/${setting.functionName}`,
  logStreamName: "local",
  memoryLimitInMB: String(setting.memoryMb),
  getRemainingTimeInMillis: () => Math.max(0, deadline - realNow()),
});

const answer = async (
  handler: (event: unknown, context: unknown) => unknown,
  message: ToThread,
): Promise<void> => {
  ahead = message.ahead;
  try {
    const result = await handler(JSON.parse(message.event), contextOf(message));
    post({ kind: "answered", payload: result === undefined ? "null" : JSON.stringify(result) });
  } catch (error) {
    post({ kind: "failed", payload: described(error) });
  }
};

try {
  const handler = await load();
  port.on("message", (message: ToThread) => void answer(handler, message));
  post({ kind: "ready" });
} catch (error) {
  post({ kind: "unusable", payload: described(error) });
}
