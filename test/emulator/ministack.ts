import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";

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
const issuerHere = pathToFileURL(join(import.meta.dirname, "issuer-here.ts")).href;

/** Starts ministack, an emulator of AWS by other people, on 127.0.0.1. `python` is the one it is installed in. */
export async function startMinistack(python: string, { judgesCalls }: Options): Promise<Emulator> {
  const port = await freePort();
  const state = await mkdtemp(join(tmpdir(), "ministack-"));
  const child = spawn(python, ["-m", "ministack"], {
    env: {
      // It runs functions with the `node` that it finds first.
      PATH: `${bin}${delimiter}${process.env["PATH"] ?? ""}`,
      NODE_OPTIONS: `--import=${issuerHere}`,
      AUTH: String(judgesCalls),
      BIND_HOST: "127.0.0.1",
      GATEWAY_PORT: String(port),
      IOT_MTLS_ENABLED: "false",
      MINISTACK_REGION: "eu-north-1",
      // The keys of its user pools.
      STATE_DIR: state,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => said.push(String(chunk)));

  const endpoint = `http://127.0.0.1:${port}`;
  await answers(`${endpoint}/_ministack/health`, child);
  return {
    endpoint,
    said: () => said.join(""),
    stop: () => stopped(child).then(() => rm(state, { recursive: true, force: true })),
  };
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
