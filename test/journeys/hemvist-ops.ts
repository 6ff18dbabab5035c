import { execFile } from "node:child_process";
import { join } from "node:path";
import type { LocalCity } from "@hemvist/local";

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly error: string;
  readonly json: () => Record<string, unknown>;
}

const main = join(import.meta.dirname, "../../packages/operations/main.ts");

/** Runs `hemvist ops …` as somebody, as it is run: in a process of its own, told of the city by its environment. */
export const hemvistOps =
  (city: LocalCity, caller: string) =>
  (...args: readonly string[]): Promise<Ran> => {
    const { endpoint, region, credentials } = city.clientFor(caller);
    const env = {
      PATH: process.env["PATH"],
      AWS_ENDPOINT_URL: endpoint,
      AWS_REGION: region,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    };
    return new Promise((resolve) => {
      execFile(process.execPath, [main, "ops", ...args], { env }, (failed, out, error) => {
        const status = failed === null ? 0 : Number(failed.code);
        resolve({ status, out, error, json: () => JSON.parse(out) as Record<string, unknown> });
      });
    });
  };
