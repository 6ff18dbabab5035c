import { readFileSync } from "node:fs";
import { arch, cpus, loadavg, release, totalmem, type } from "node:os";
import { join } from "node:path";

/** Where a run was made, and of what. */
export interface Machine {
  readonly processor: string;
  readonly memory: string;
  readonly system: string;
  readonly node: string;
  /** How many programs waited for the processor in the minute before. */
  readonly load: string;
  readonly versions: readonly string[];
}

/** What the figures are of, beside hemvist itself. */
const compared = [
  "@aws-sdk/client-dynamodb",
  "@aws-sdk/client-sqs",
  "@aws-lambda-powertools/idempotency",
  "@aws/durable-execution-sdk-js",
  "@aws/durable-execution-sdk-js-testing",
  "@gorules/zen-engine",
  "json-rules-engine",
  "esbuild",
  "dynalite",
  "fauxqs",
];

export function thisMachine(): Machine {
  const { devDependencies } = JSON.parse(
    readFileSync(join(import.meta.dirname, "../package.json"), "utf8"),
  ) as { readonly devDependencies: Readonly<Record<string, string>> };
  const all = cpus();
  const [load = 0] = loadavg();
  return {
    processor: `${all.length} × ${all[0]?.model.trim() ?? "unknown"}`,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    system: `${type()} ${release()} ${arch()}`,
    node: process.version,
    load: load.toFixed(1),
    versions: compared.map((name) => `${name} ${devDependencies[name] ?? "unknown"}`),
  };
}
