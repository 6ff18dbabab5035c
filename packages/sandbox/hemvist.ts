import { join } from "node:path";
import { type CdkApp, type LocalOptions, type RunningSystem, startLocal } from "@hemvist/local";

/** What is deployed, and what runs here. */
export const hemvistApp: CdkApp = { folder: join(import.meta.dirname, "../.."), entry: "infra/app.ts" };

/** Hemvist on this machine; its days are Stockholm's. Synthesises the CDK app unless given an assembly. */
export const startHemvist = (options: Partial<LocalOptions> = {}): Promise<RunningSystem> =>
  startLocal({ templates: hemvistApp, zone: "Europe/Stockholm", ...options });
