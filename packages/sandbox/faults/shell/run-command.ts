import { execFile } from "node:child_process";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { RunningSystem } from "@hemvist/local";

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly error: string;
}

/** A shell of an operator, in which a runbook's commands are typed one after the other. */
export interface Shell {
  readonly run: (command: string, operator: string) => Promise<Ran>;
  readonly close: () => Promise<void>;
}

const repository = join(import.meta.dirname, "../../../..");
const asked = fileURLToPath(new URL("./asked.ts", import.meta.url));

/**
 * Opens a shell whose `aws`, `npm run deploy`, `npx cdk` and `date` are those of the rehearsal. Everything else is this
 * machine's, `npm run ops` above all. A variable that one command sets, the next ones see.
 *
 * @param url where the stand-ins ask
 */
export async function openShell(system: RunningSystem, url: string): Promise<Shell> {
  const folder = await mkdtemp(join(tmpdir(), "rehearsal-"));
  const node = process.execPath;
  const ask = `exec "${node}" "${asked}"`;
  for (const [name, script] of [
    ["aws", `${ask} aws "$@"`],
    ["npx", `${ask} npx "$@"`],
    // A deployment is the rehearsal's. Every other script is run as it is.
    ["npm", `if [ "$1 $2" = "run deploy" ]; then ${ask} "$@"; fi\nPATH="$REAL_PATH" exec npm "$@"`],
    ["date", date],
  ] as const) {
    await writeFile(join(folder, name), `#!/bin/bash\n${script}\n`);
    await chmod(join(folder, name), 0o755);
  }
  const kept = join(folder, "kept");
  await writeFile(kept, "");

  const run: Shell["run"] = (command, operator) => {
    const { endpoint, region, credentials } = system.clientFor(operator);
    const real = process.env["PATH"] ?? "";
    const env = {
      HOME: process.env["HOME"],
      PATH: `${folder}${delimiter}${real}`,
      REAL_PATH: real,
      REHEARSAL_URL: url,
      REHEARSAL_NOW: `${system.now().slice(0, 19).replace("T", " ")} UTC`,
      AWS_ENDPOINT_URL: endpoint,
      AWS_REGION: region,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    };
    const script = `set -o pipefail; source "${kept}"; ${command}\nstatus=$?\ndeclare -p | grep -vE '^declare -[a-z]*[rxaAi]' > "${kept}"\nexit $status`;
    return new Promise((resolve) => {
      // Bash reads a user's settings where its input is a socket, and would find other programs first.
      execFile("bash", ["--norc", "-c", script], { cwd: repository, env }, (failed, out, error) => {
        resolve({ status: failed === null ? 0 : Number(failed.code ?? 1), out, error });
      });
    });
  };

  return { run, close: () => rm(folder, { recursive: true, force: true }) };
}

/** The system's clock: `-d` counts from there. */
const date = `args=(); given=
while [ $# -gt 0 ]; do
  if [ "$1" = -d ]; then args+=(-d "$REHEARSAL_NOW $2"); given=1; shift 2; else args+=("$1"); shift; fi
done
[ -n "$given" ] || args+=(-d "$REHEARSAL_NOW")
PATH="$REAL_PATH" exec date "\${args[@]}"`;
