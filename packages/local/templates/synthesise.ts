import { spawn } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Synthesises the CDK app into a fresh directory, and gives its path. */
export const synthesise = async (): Promise<string> => {
  const directory = await mkdtemp(join(tmpdir(), "hemvist-templates-"));
  const { PATH = "" } = process.env;
  const env = {
    ...process.env,
    PATH: `${join(root, "node_modules", ".bin")}${delimiter}${PATH}`,
    CDK_OUTDIR: directory,
  };
  const child = spawn(process.execPath, [join("infra", "app.ts")], {
    cwd: root,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => said.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => said.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject).once("close", resolve);
  });
  if (code !== 0)
    throw new Error(`infra/app.ts could not be synthesised:\n${Buffer.concat(said).toString("utf8")}`);
  return directory;
};
