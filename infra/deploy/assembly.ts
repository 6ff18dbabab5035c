import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { type TemplateBody, templateIn } from "./changes.ts";

/** What the CDK wrote of the app: a template for each stack. */
export interface Assembly {
  readonly folder: string;
  readonly templates: ReadonlyMap<string, TemplateBody>;
  /** The lowest version of the CDK's bootstrap that a stack asks for. */
  readonly bootstrapVersion: number;
}

const manifest = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      properties: z
        .object({ templateFile: z.string().optional(), requiresBootstrapStackVersion: z.number().optional() })
        .optional(),
    }),
  ),
});

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
  const { artifacts } = manifest.parse(JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")));
  const stacks = Object.entries(artifacts).filter(([, { type }]) => type === "aws:cloudformation:stack");
  const templates = stacks.map(([name, { properties: { templateFile = "" } = {} }]) => {
    return [name, templateIn(readFileSync(join(folder, templateFile), "utf8"))] as const;
  });
  const versions = stacks.map(([, { properties }]) => properties?.requiresBootstrapStackVersion ?? 0);
  return { folder, templates: new Map(templates), bootstrapVersion: Math.max(0, ...versions) };
}
