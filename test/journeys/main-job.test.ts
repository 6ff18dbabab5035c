import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { sample } from "./a-system.ts";

const root = join(import.meta.dirname, "../..");
const started: ChildProcess[] = [];
afterAll(() => {
  for (const child of started) if (child.exitCode === null) child.kill("SIGKILL");
});

interface Run {
  readonly child: ChildProcess;
  readonly said: () => string;
  /** Resolves with the exit status. */
  readonly ended: Promise<number | null>;
  readonly says: (words: RegExp) => Promise<RegExpExecArray>;
}

/** `npm start`, as a person would: a process of its own. */
function start(...options: readonly string[]): Run {
  const child = spawn(process.execPath, ["packages/sandbox/main.ts", ...options], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.push(child);
  let text = "";
  child.stdout.on("data", (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (text += chunk.toString()));
  const ended = once(child, "exit").then(([code]) => code as number | null);
  return {
    child,
    ended,
    said: () => text,
    async says(words) {
      for (;;) {
        const found = words.exec(text);
        if (found) return found;
        if (child.exitCode !== null)
          throw new Error(`it ended without saying ${words}:\n${text.slice(-2000)}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  };
}

describe("the main job", () => {
  it("killed in the middle starts again on the same port, beside another one, and both play to the end", async () => {
    const first = start();
    const [, port = ""] = await first.says(/the API at http:\/\/127\.0\.0\.1:(\d+)/);
    await first.says(/02-everyday-life/);
    first.child.kill("SIGKILL");
    await first.ended;

    const again = start("--port", port);
    const beside = start("--exit");
    const [, apiUrl = ""] = await again.says(/The API is at (http:\S+) and stays up/);
    expect(apiUrl).toBe(`http://127.0.0.1:${port}`);
    expect(await beside.ended).toBe(0);
    expect(beside.said()).toMatch(/(\d+) of \1 samples came out as their files say/);

    // The ready-made line: what it posts gets a 202, and its Location answers.
    expect(again.said()).toContain("-d @events/try-it.json");
    const body = sample(`../try-it`);
    const headers = { "Content-Type": "application/json" };
    const response = await fetch(`${apiUrl}/v1/decisions`, { method: "POST", headers, body });
    expect(response.status).toBe(202);
    expect((await fetch(response.headers.get("location") ?? "")).status).toBe(200);

    again.child.kill("SIGINT");
    expect(await again.ended).toBe(0);
  });
});
