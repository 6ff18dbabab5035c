import { join } from "node:path";
import { type CdkApp, type LocalOptions, type RunningSystem, startLocal } from "@hemvist/local";
import { defaultMunicipality } from "@hemvist/rules/municipalities";
import { permissionsFor } from "./permissions/who-calls.ts";

/** What is deployed, and what runs here. */
export const hemvistApp: CdkApp = { folder: join(import.meta.dirname, "../.."), entry: "infra/app.ts" };

/**
 * Hemvist on this machine; its days are Stockholm's, and each AWS call is judged by the template's policies.
 * Synthesises the CDK app unless given an assembly.
 */
export const startHemvist = (options: Partial<LocalOptions> = {}): Promise<RunningSystem> =>
  startLocal({
    templates: hemvistApp,
    zone: "Europe/Stockholm",
    permissions: permissionsFor(defaultMunicipality),
    ...options,
  });
