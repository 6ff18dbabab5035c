import { App } from "aws-cdk-lib";
import { featureFlags } from "./feature-flags.ts";
import { addHemvist } from "./hemvist.ts";
import { settingsFor } from "./settings.ts";

const app = new App({ context: featureFlags });
const { HEMVIST_STAGE } = process.env;
const stage: unknown = app.node.tryGetContext("stage") ?? HEMVIST_STAGE ?? "test";

addHemvist(app, settingsFor(String(stage)));
app.synth();
