import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { TemplateBody } from "./changes.ts";

/** What the CDK wrote of the app: a template for each stack. */
export interface Assembly {
  readonly folder: string;
  readonly templates: ReadonlyMap<string, TemplateBody>;
  /** The lowest version of the CDK's bootstrap that a stack asks for. */
  readonly bootstrapVersion: number;
}

interface Manifest {
  readonly artifacts: Readonly<
    Record<
      string,
      {
        readonly type: string;
        readonly properties?: {
          readonly templateFile?: string;
          readonly requiresBootstrapStackVersion?: number;
        };
      }
    >
  >;
}

/**
 * Synthesises a stage into `folder`, as `npm run synth` does.
 * @throws Error with what the app says, where the stage cannot be synthesised
 */
export function synthesise(stage: string, folder: string): Assembly {
  const { status, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, "../app.ts")], {
    env: { ...process.env, HEMVIST_STAGE: stage, CDK_OUTDIR: folder },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(/^Error: (.*)$/m.exec(stderr)?.[1] ?? stderr);
  return assemblyIn(folder);
}

export function assemblyIn(folder: string): Assembly {
  const { artifacts } = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as Manifest;
  const stacks = Object.entries(artifacts).filter(([, { type }]) => type === "aws:cloudformation:stack");
  const templates = stacks.map(([name, { properties: { templateFile = "" } = {} }]) => {
    const text = readFileSync(join(folder, templateFile), "utf8");
    return [name, JSON.parse(text) as TemplateBody] as const;
  });
  const versions = stacks.map(([, { properties }]) => properties?.requiresBootstrapStackVersion ?? 0);
  return { folder, templates: new Map(templates), bootstrapVersion: Math.max(0, ...versions) };
}
