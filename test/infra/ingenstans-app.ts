import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { featureFlags } from "../../infra/feature-flags.ts";
import { addHemvist } from "../../infra/hemvist.ts";
import { partnersHere } from "../../infra/partners.ts";
import { settingsFor } from "../../infra/settings.ts";
import { ingenstans } from "../municipality/ingenstans.ts";

// Ingenstans's system for the local engine: infra/app.ts but for two settings, and for functions that know Ingenstans.

const app = new App({ context: featureFlags });
addHemvist(app, {
  ...settingsFor("local"),
  partners: partnersHere(ingenstans),
  municipality: ingenstans,
  mostAlone: 2,
  municipalitiesFrom: join(import.meta.dirname, "../municipality/municipalities.ts"),
});
app.synth();
