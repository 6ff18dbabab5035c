import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

export interface Engines {
  /** DynamoDB, KMS and EventBridge Scheduler. */
  readonly url: string;
  readonly queuesUrl: string;
  /** What the engines are asked beside AWS's own calls: `/changes`, `/calls`, `/spent`. */
  readonly ask: (path: string) => Promise<unknown>;
  readonly stop: () => Promise<void>;
}

/** Starts the engines in a process of their own, empty. */
export async function startEngines(templates: string): Promise<Engines> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "serve.ts"), templates], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const said = await new Promise<string>((resolve, reject) => {
    child.stdout.once("data", (chunk: Buffer) => resolve(chunk.toString("utf8")));
    child.once("exit", (status) => reject(new Error(`the engines ended with ${status}`)));
  });
  const [, url = "", queuesUrl = ""] = /^listening (\S+) (\S+)/.exec(said) ?? [];
  return {
    url,
    queuesUrl,
    ask: async (path) => (await fetch(`${url}${path}`)).json(),
    stop: async () => {
      const ended = once(child, "exit");
      child.stdin.end();
      await ended;
    },
  };
}
