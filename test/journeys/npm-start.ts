import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

const root = join(import.meta.dirname, "../..");
const started: ChildProcess[] = [];
const folders: string[] = [];
afterAll(() => {
  for (const child of started) if (child.exitCode === null) child.kill("SIGKILL");
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** `npm start` in a process of its own. */
export interface Run {
  readonly child: ChildProcess;
  /** Where it keeps what it needs while it runs. */
  readonly temporary: string;
  readonly said: () => string;
  /** Resolves with the exit status. */
  readonly ended: Promise<number | null>;
}

/** `npm start`, as a person would: a process of its own, with a folder of its own for temporary files. */
export function npmStart(...options: readonly string[]): Run {
  const temporary = mkdtempSync(join(tmpdir(), "sandbox-test-"));
  folders.push(temporary);
  const child = spawn(process.execPath, ["packages/sandbox/main.ts", ...options], {
    cwd: root,
    env: { ...process.env, TMPDIR: temporary },
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.push(child);
  let text = "";
  child.stdout.on("data", (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (text += chunk.toString()));
  const ended = once(child, "exit").then(([code]) => code as number | null);
  return { child, temporary, ended, said: () => text };
}

/** Looks again until it holds, or the process has ended. */
export async function until(run: Run, holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) {
    if (run.child.exitCode !== null) throw new Error(`it ended:\n${run.said().slice(-2000)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export const says = (run: Run, words: RegExp): Promise<void> => until(run, () => words.test(run.said()));

/** Processes that it has started, found by the folder in their environment. */
export const processesOf = ({ temporary }: Run): readonly string[] =>
  readdirSync("/proc").filter((entry) => {
    try {
      return /^\d+$/.test(entry) && readFileSync(`/proc/${entry}/environ`, "utf8").includes(temporary);
    } catch {
      return false;
    }
  });

/** Two ports in a row that nothing listens on. */
export async function freePort(): Promise<number> {
  const first = await listening(0);
  const second = await listening(first.port + 1).catch(() => undefined);
  await Promise.all([first.close(), second?.close()]);
  return second === undefined ? freePort() : first.port;
}

/** Takes a port; 0 takes any. */
export function listening(
  port: number,
): Promise<{ readonly port: number; readonly close: () => Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server = createServer()
      .once("error", reject)
      .listen(port, "127.0.0.1", () => {
        const address = server.address();
        resolve({
          port: typeof address === "object" && address !== null ? address.port : 0,
          close: () => new Promise((closed) => server.close(() => closed())),
        });
      });
  });
}
