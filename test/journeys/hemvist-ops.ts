import { execFile } from "node:child_process";
import { join } from "node:path";
import type { RunningSystem } from "@hemvist/local";

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly error: string;
  readonly json: () => Record<string, unknown>;
}

export type Ops = (...args: readonly string[]) => Promise<Ran>;

interface Listed {
  readonly id: string;
  readonly queue: string;
  readonly decision?: string;
  readonly verdict: { readonly kind: string };
  readonly command: string;
}

/** What was set aside, as `dead-letters` lists it. */
export const lettersBy = async (ops: Ops): Promise<readonly Listed[]> =>
  (await ops("dead-letters", "--json")).json()["letters"] as readonly Listed[];

/** What would come of each, in the order of the alphabet. */
export const verdictsBy = async (ops: Ops): Promise<readonly string[]> =>
  (await lettersBy(ops)).map(({ verdict }) => verdict.kind).sort();

const main = join(import.meta.dirname, "../../packages/cli/main.ts");

/** Runs `hemvist ops …` under a person's own identity, as it is run: in a process of its own, with the system named in its environment. */
export const hemvistOps =
  (system: Pick<RunningSystem, "clientFor">, caller: string): Ops =>
  (...args) => {
    const { endpoint, region, credentials } = system.clientFor(caller);
    const env = {
      PATH: process.env["PATH"],
      AWS_ENDPOINT_URL: endpoint,
      AWS_REGION: region,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    };
    return new Promise((resolve) => {
      // A list of thousands of letters is longer than the megabyte that Node keeps of it otherwise.
      execFile(
        process.execPath,
        [main, "ops", ...args],
        { env, maxBuffer: 1 << 26 },
        (failed, out, error) => {
          const status = failed === null ? 0 : Number(failed.code);
          resolve({ status, out, error, json: () => JSON.parse(out) as Record<string, unknown> });
        },
      );
    });
  };
