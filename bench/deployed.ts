import { rm } from "node:fs/promises";
import { synthesise } from "@hemvist/local";
import { hemvistApp } from "../packages/sandbox/hemvist.ts";
import { type DeployedFunction, functionsIn } from "../test/support/deployed.ts";

/** What `cdk deploy` would bring up. */
export interface Deployed {
  readonly templates: string;
  readonly functions: readonly DeployedFunction[];
  readonly remove: () => Promise<void>;
}

export async function synthesised(): Promise<Deployed> {
  const templates = await synthesise(hemvistApp);
  return {
    templates,
    functions: functionsIn(templates),
    remove: () => rm(templates, { recursive: true, force: true }),
  };
}
