import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { RunningSystem } from "@hemvist/local";

export interface Peak {
  /** What the template gives the function. */
  readonly configuredMegabytes: number;
  /** Of its process, Node itself included. */
  readonly peakMegabytes: number;
  /** The beginning of what it answered, as JSON. */
  readonly answer: string;
}

interface Deployed {
  readonly bundle: string;
  readonly memory: number;
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
  const { bundle, memory } = await deployedIn(templates, name);
  const folder = await mkdtemp(join(tmpdir(), "hemvist-memory-"));
  try {
    const file = join(folder, "event.json");
    await writeFile(file, JSON.stringify(event));
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [`--max-old-space-size=${Math.floor(memory * heapShare)}`, child, bundle, file],
      { env: environmentOf(system, name), maxBuffer: 1 << 26 },
    );
    const [last = ""] = stdout.trimEnd().split("\n").slice(-1);
    return { configuredMegabytes: memory, ...(JSON.parse(last) as Omit<Peak, "configuredMegabytes">) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

const environmentOf = (system: RunningSystem, name: string): Record<string, string> => ({
  AWS_ACCESS_KEY_ID: name,
  AWS_SECRET_ACCESS_KEY: "local",
  AWS_REGION: "eu-north-1",
  AWS_ENDPOINT_URL: system.awsEndpoint,
  AWS_LAMBDA_FUNCTION_NAME: name,
  ...system.variablesOf(name),
});

interface Template {
  readonly Resources: Readonly<
    Record<
      string,
      {
        readonly Properties?: {
          readonly FunctionName?: string;
          readonly MemorySize?: number;
          readonly Code?: { readonly S3Key?: string };
        };
      }
    >
  >;
}

async function deployedIn(templates: string, name: string): Promise<Deployed> {
  for (const file of (await readdir(templates)).filter((each) => each.endsWith(".template.json"))) {
    const { Resources } = JSON.parse(await readFile(join(templates, file), "utf8")) as Template;
    for (const { Properties: { FunctionName, MemorySize, Code } = {} } of Object.values(Resources)) {
      if (FunctionName !== name || MemorySize === undefined || Code?.S3Key === undefined) continue;
      return {
        memory: MemorySize,
        bundle: join(templates, `asset.${Code.S3Key.replace(".zip", "")}`, "index.js"),
      };
    }
  }
  throw new Error(`the templates have no function ${name}`);
}
