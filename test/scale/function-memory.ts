import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { RunningSystem } from "@hemvist/local";
import { environmentOf, functionsIn } from "../support/deployed.ts";

export interface Peak {
  /** What the template gives the function. */
  readonly configuredMegabytes: number;
  /** Of its process, Node itself included. */
  readonly peakMegabytes: number;
  /** What it answered, as JSON: whole, or its beginning and its end. */
  readonly answer: string;
}

const child = join(import.meta.dirname, "function-child.ts");

/** Lambda leaves Node's heap some tenths less than the function's memory. Ours: four fifths. */
const heapShare = 0.8;

/**
 * Invokes a function's bundle once, in a process of its own whose heap is no larger than its memory allows.
 * @throws where the heap is too small, or the function fails
 */
export async function peakOf(
  name: string,
  event: unknown,
  { system, templates }: { readonly system: RunningSystem; readonly templates: string },
): Promise<Peak> {
  const found = functionsIn(templates).find((its) => its.name === name);
  if (found === undefined) throw new Error(`the templates have no function ${name}`);
  const { bundle, memory } = found;
  const folder = await mkdtemp(join(tmpdir(), "hemvist-memory-"));
  try {
    const file = join(folder, "event.json");
    await writeFile(file, JSON.stringify(event));
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [`--max-old-space-size=${Math.floor(memory * heapShare)}`, child, bundle, file],
      { env: { ...environmentOf(system, name), AWS_ENDPOINT_URL: system.awsEndpoint }, maxBuffer: 1 << 26 },
    );
    const [last = ""] = stdout.trimEnd().split("\n").slice(-1);
    return { configuredMegabytes: memory, ...(JSON.parse(last) as Omit<Peak, "configuredMegabytes">) };
  } finally {
    await rm(folder, { recursive: true });
  }
}
