import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { delimiter, join } from "node:path";

export interface Emulator {
  /** `http://127.0.0.1:<port>`. */
  readonly endpoint: string;
  /** What it and the functions in it have written. */
  readonly said: () => string;
  readonly stop: () => Promise<void>;
}

/** Whether the emulator lets everything through, or judges each call by the policies of its caller. */
interface Options {
  readonly judgesCalls: boolean;
}

const bin = join(import.meta.dirname, "../../node_modules/.bin");

/** Starts ministack, an emulator of AWS by other people, on 127.0.0.1. `python` is the one it is installed in. */
export async function startMinistack(python: string, { judgesCalls }: Options): Promise<Emulator> {
  const port = await freePort();
  const child = spawn(python, ["-m", "ministack"], {
    env: {
      // It runs functions with the `node` that it finds first.
      PATH: `${bin}${delimiter}${process.env["PATH"] ?? ""}`,
      AUTH: String(judgesCalls),
      BIND_HOST: "127.0.0.1",
      GATEWAY_PORT: String(port),
      IOT_MTLS_ENABLED: "false",
      MINISTACK_REGION: "eu-north-1",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => said.push(String(chunk)));

  const endpoint = `http://127.0.0.1:${port}`;
  await answers(`${endpoint}/_ministack/health`, child);
  return { endpoint, said: () => said.join(""), stop: () => stopped(child) };
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`ministack ended with ${child.exitCode} as it started`);
    const isUp = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  const patience = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await ended;
  clearTimeout(patience);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port is free");
  return address.port;
}
