import { rm } from "node:fs/promises";
import { synthesise } from "@hemvist/local";
import type { TestProject } from "vitest/node";
import { hemvistApp } from "../../packages/sandbox/hemvist.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The directory of the synthesised templates: made once for all journeys. */
    readonly templates: string;
  }
}

// biome-ignore lint/style/noDefaultExport: what vitest's globalSetup takes
export default async function synthesised(project: TestProject): Promise<() => Promise<void>> {
  const directory = await synthesise(hemvistApp);
  project.provide("templates", directory);
  return () => rm(directory, { recursive: true, force: true });
}
