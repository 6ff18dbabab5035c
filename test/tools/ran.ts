import { execFile } from "node:child_process";
import { join } from "node:path";

export const root = join(import.meta.dirname, "../..");

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly error: string;
}

/** Who runs it, and with what: nothing of the environment of the tests is theirs. */
export interface With {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Another user of this machine, where the tests are root's. */
  readonly uid?: number;
  /** The reader of its output goes away before anything is written. */
  readonly isUnread?: true;
}

/** Runs one of our own tools in a process of its own, as its npm script does, without what the script runs before it. */
export function run(file: string, args: readonly string[], options: With = {}): Promise<Ran> {
  const { input, env = {}, cwd = root, uid, isUnread } = options;
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [join(root, file), ...args],
      {
        cwd,
        env: { PATH: process.env["PATH"], ...env },
        maxBuffer: 1 << 28,
        ...(uid === undefined ? {} : { uid }),
      },
      (failed, out, error) => resolve({ status: failed === null ? 0 : Number(failed.code), out, error }),
    );
    if (isUnread) child.stdout?.destroy();
    child.stdin?.end(input);
  });
}

/** Asks one tool for one thing after another, in one process. */
export async function inTurn(
  file: string,
  asked: readonly (readonly string[])[],
  options: With = {},
): Promise<readonly Ran[]> {
  const { out, error } = await run(
    "test/tools/asked-in-turn.ts",
    [join(root, file), JSON.stringify(asked)],
    options,
  );
  try {
    return JSON.parse(out) as readonly Ran[];
  } catch {
    throw new Error(`${file} ended in the middle: ${out}${error}`);
  }
}
