import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

/** A CDK app that this Node can run as it stands. */
export interface CdkApp {
  /** Where it runs. The programs of its packages are found in `node_modules/.bin` there. */
  readonly folder: string;
  /** Its file, from that folder: what `app` in `cdk.json` runs. */
  readonly entry: string;
}

/** The CDK app failed. The message is what it wrote. */
export class SynthesisFailedError extends Error {
  override readonly name = "SynthesisFailedError";
}

/**
 * Synthesises the app into a fresh directory, and gives its path.
 * @param signal ends the app and all it has started, and leaves no directory
 * @throws SynthesisFailedError
 */
export const synthesise = async (app: CdkApp, signal?: AbortSignal): Promise<string> => {
  const directory = await mkdtemp(join(tmpdir(), "templates-"));
  try {
    await run(app, { directory, signal });
    return directory;
  } catch (error) {
    await rm(directory, { recursive: true, force: true, maxRetries: 3 });
    throw error;
  }
};

const run = async (
  { folder, entry }: CdkApp,
  { directory, signal }: { readonly directory: string; readonly signal: AbortSignal | undefined },
): Promise<void> => {
  signal?.throwIfAborted();
  const { PATH = "" } = process.env;
  const child = spawn(process.execPath, [entry], {
    cwd: folder,
    env: {
      ...process.env,
      PATH: `${join(folder, "node_modules", ".bin")}${delimiter}${PATH}`,
      CDK_OUTDIR: directory,
      // Else what the app starts leaves a cache in the folder for temporary files.
      NODE_DISABLE_COMPILE_CACHE: "1",
    },
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own, so that the bundlers it starts can be ended with it.
    detached: true,
  });
  const { pid } = child;
  const end = (): void => {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  };
  signal?.addEventListener("abort", end);
  const written: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => written.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => written.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject).once("close", resolve);
  });
  signal?.removeEventListener("abort", end);
  signal?.throwIfAborted();
  if (code !== 0)
    throw new SynthesisFailedError(
      `${entry} could not be synthesised:\n${Buffer.concat(written).toString("utf8")}`,
    );
};
